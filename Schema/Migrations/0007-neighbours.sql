-- Less to read for each article that is derived.

-- How many people the testimony names: who shares too few of them with another needs no reading.
alter table testimonyParty add column people integer not null default 0;

-- The day the article was published: its own row holds the text too, and is far to reach.
alter table testimony add column published text;

-- All that is read of the parties of a testimony.
drop index testimonyPartyByTestimony;
create index testimonyPartyByTestimony on testimonyParty (testimony, first, country);

-- Visits and summits by their day: what a meeting can be part of.
create index meetingWhole on meeting (date, until) where kind in ('visit', 'summit');

update derivation set pending = 1, rules = 0;
