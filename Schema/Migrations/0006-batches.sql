-- Less to write for each article. No table changes, and the record needs no deriving.

-- Texts are taken into the index for full-text search a batch at a time: see TextIndex.swift.
drop trigger articleSearchInsert;

-- The keys of reports begin with their article, which has few of each: that finds them well enough.
drop index roleReportByServed;
drop index meetingReportByWhole;
drop index participationReportByPerson;
drop index separationReportByPerson;
drop index separationReportByOther;

-- Most rows have no value here, and nobody looks for those without.
drop index meetingByPlace;
drop index meetingByPlaceCountry;
drop index meetingByWhole;
drop index partyToByOrganization;
drop index testimonyByCluster;
create index meetingByPlace on meeting (place) where place is not null;
create index meetingByPlaceCountry on meeting (placeCountry) where placeCountry is not null;
create index meetingByWhole on meeting (partOf) where partOf is not null;
create index partyToByOrganization on partyTo (organization) where organization is not null;
create index testimonyByCluster on testimony (cluster) where cluster is not null;
