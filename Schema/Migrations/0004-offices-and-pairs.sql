-- Who stands behind "the Russian foreign minister", pairs that met found from either end, and
-- registers of any size.

-- ---------------------------------------------------------------- what has to be derived

drop table dirty;

-- Pieces of the record that reports or decisions have changed since they were derived: a block, a
-- persona, a spelling, a testimony, a cluster, a person, an alias of a register.
create table dirty (
  kind text not null,
  key  text not null,
  primary key (kind, key)
) strict, without rowid;

-- ---------------------------------------------------------------- people

alter table person add column wikidata text;
create index personByWikidata on person (wikidata) where wikidata is not null;

-- What of its signature is asked for most: lists are separated by U+001E.
alter table persona add column aliases text not null default '';
alter table persona add column offices text not null default '';
alter table persona add column register integer;
create unique index personaByRegister on persona (register) where register is not null;

-- The entry of a register, by its persona, that calls the individual by an alias.
alter table individual add column alias integer;
create index individualByAlias on individual (alias) where alias is not null;
create index individualMoved on individual (id)
  where personId is null or personId <> id or rule is not null;

-- What a register calls people beside their names, as identifiers write it.
create table registerAlias (
  base   text not null,
  number integer not null,               -- the decision that holds the entry
  primary key (base, number)
) strict, without rowid;

create index registerAliasByNumber on registerAlias (number);

-- ---------------------------------------------------------------- offices without a name

-- From when to when articles, or a register, give somebody an office that one person holds at a
-- time. Days are counted from 1970-01-01.
create table officeTerm (
  personId text not null,
  office   text not null,                -- `foreign minister of RU`
  first    integer not null,
  source   text not null check (source in ('articles', 'register')),
  last     integer not null,
  primary key (personId, office, first, source)
) strict, without rowid;

create index officeTermByOffice on officeTerm (office);

-- Somebody in a meeting of whom an article tells the office alone, and who holds it, if the record
-- knows exactly one who does on that day.
create table officeParty (
  testimony integer not null references testimony (id) on delete cascade,
  number    integer not null,            -- as in unnamedPartyReport
  office    text not null,
  day       integer not null,
  personId  text,
  primary key (testimony, number)
) strict, without rowid;

create index officePartyByOffice on officeParty (office, day);
create index officePartyByPerson on officeParty (personId) where personId is not null;

-- Which unnamed party is whom. Who is named beside it is not meant by it.
create view partyIdentity as
select t.articleId, t.number as meeting, o.number, o.personId, 'holder of the office' as rule,
  o.office || ' on ' || date(o.day * 86400, 'unixepoch') as evidence
from officeParty o
join testimony t on t.id = o.testimony
join person h on h.id = o.personId
where not exists (
  select * from participationReport x
  join personaReport r on r.articleId = x.articleId and r.number = x.person
  join persona p on p.id = r.persona
  where x.articleId = t.articleId and x.meeting = t.number and p.personId = o.personId);

-- ---------------------------------------------------------------- pairs

drop view met;
drop view not_met;
drop view person_overview;
drop table metPair;

-- Each pair that met, from both sides, so that either finds the other by one look: kept, because
-- counting pairs anew is slow. `low` and `high` tell the pair from all others, whichever the side.
create table metPair (
  personId text not null references person (id) on delete cascade,
  otherId  text not null references person (id) on delete cascade,
  meetings integer not null check (meetings > 0),
  first    text,
  last     text,
  low      text generated always as (min(personId, otherId)) virtual,
  high     text generated always as (max(personId, otherId)) virtual,
  primary key (personId, otherId),
  check (personId <> otherId)
) strict, without rowid;

-- For whoever leaves the record: pairs are looked for by `personId`.
create index metPairByOther on metPair (otherId);

-- Who met whom, each pair from both sides, so that one condition on `person` is enough.
create view met as
select a.name as person, b.name as other, t.meetings, t.first, t.last,
  t.personId as person_id, t.otherId as other_id
from metPair t
join person a on a.id = t.personId
join person b on b.id = t.otherId
order by t.meetings desc, t.last desc, a.name, b.name;

-- Who did not meet although an article names both together or tells of a meeting that was not held.
create view not_met as
select a.name as person, b.name as other, s.reason, s.quote, s.articleId as article,
  s.start, s."end", a.id as person_id, b.id as other_id
from separationReport s
join personIdentity i on i.articleId = s.articleId and i.number = s.person
join personIdentity j on j.articleId = s.articleId and j.number = s.other
join person a on a.id = i.personId
join person b on b.id = j.personId
where a.id <> b.id and not exists (
  select * from metPair t where t.personId = a.id and t.otherId = b.id)
union all
select a.name, b.name, m.status, r.quote, r.articleId, r.start, r."end", a.id, b.id
from meeting m
join attended x on x.meetingId = m.id
join attended y on y.meetingId = m.id and x.personId < y.personId
join person a on a.id = x.personId
join person b on b.id = y.personId
join reports r on r.meetingId = m.id and r.status = m.status
where m.status <> 'held' and not exists (
  select * from metPair t where t.personId = x.personId and t.otherId = y.personId);

create view person_overview as
select p.id, p.name, p.country,
  (select group_concat(title, '; ') from (
    select r.title || coalesce(' (' || coalesce(r.country, r.organization) || ')', '')
      || iif(h.former, ', former', '') as title
    from holds h join role r on r.id = h.roleId where h.personId = p.id
    order by h.former, h.lastReported desc, r.title)) as roles,
  (select count(*) from attended a join meeting m on m.id = a.meetingId
    where a.personId = p.id and m.status = 'held') as meetings,
  (select count(*) from metPair t where t.personId = p.id) as met,
  (select count(distinct articleId) from personIdentity i where i.personId = p.id) as articles,
  p.aliases
from person p
order by p.name, p.id;

update derivation set pending = 1, rules = 0;
