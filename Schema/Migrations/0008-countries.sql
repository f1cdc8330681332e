-- Which countries were party to held meetings together, a year a row, from both sides: kept as pairs of people
-- are, because joining all parties of all meetings is slow. `year` is null for meetings without a date.
create table countryPair (
  country  text not null references country (id) on delete cascade,
  other    text not null references country (id) on delete cascade,
  year     integer,
  meetings integer not null,
  low      text generated always as (min(country, other)) virtual,
  high     text generated always as (max(country, other)) virtual,
  check (country <> other)
) strict;

create unique index countryPairByYear on countryPair (country, other, coalesce(year, 0));

-- For whoever leaves the record.
create index countryPairByOther on countryPair (other);

-- Which met most often, each pair once, from the end of the index.
create index countryPairByMeetings on countryPair (meetings, year, country, other) where country < other;

with party as (select distinct meetingId, country from partyTo where country is not null)
insert into countryPair (country, other, year, meetings)
select x.country, y.country, cast(substr(m.date, 1, 4) as integer), count(*)
from party x
join party y on y.meetingId = x.meetingId and y.country <> x.country
join meeting m on m.id = x.meetingId
where m.status = 'held'
group by 1, 2, 3;
