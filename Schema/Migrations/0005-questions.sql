-- Indexes for questions that otherwise go through a whole table.

-- Who held an office of a country, which is the way into most questions about offices.
create index roleByOf on role ("of", office);

-- Which pairs met most often: read from the end of the index, each pair once.
create index metPairByMeetings on metPair (meetings) where personId < otherId;

-- Which countries met: the index alone answers it.
drop index partyToByMeeting;
create index partyToByMeeting on partyTo (meetingId, country, organization);
