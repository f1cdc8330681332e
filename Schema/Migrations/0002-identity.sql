-- The record is derived piece by piece: an article changes the blocks of its people and the
-- neighbours of its meetings, and nothing else. Docs/ARCHITECTURE.md tells the method.

-- ---------------------------------------------------------------- decisions

alter table decision rename to mergeDecision;

-- What a curator decided. Subject and object are identifiers without any decision; `anchors` names
-- reports that belonged to them then, so that a decision finds its people and meetings again when
-- identifiers have changed.
create table decision (
  number  integer primary key,
  kind    text not null check (kind in ('merge', 'apart', 'reject', 'split', 'rename', 'register')),
  layer   text not null check (layer in ('person', 'meeting')),
  subject text not null,
  object  text,
  detail  text,                          -- the new name, the articles split off, the register's entry
  anchors text not null,                 -- JSON: {"subject": [[article, number, name], …], "object": …}
  author  text not null,
  time    text not null,
  reason  text
) strict;

insert into decision
select number, 'merge', 'person', person, target, null, '{}', author, time, reason
from mergeDecision;

drop table mergeDecision;
create index decisionByKind on decision (kind);

-- ---------------------------------------------------------------- what has to be derived

-- Pieces of the record that reports or decisions have changed since they were derived.
create table dirty (
  kind text not null check (kind in ('block', 'persona', 'spelling', 'testimony', 'cluster',
    'person')),
  key  text not null,
  primary key (kind, key)
) strict, without rowid;

-- ---------------------------------------------------------------- people

drop table mentions;
drop table personIdentity;
drop table meetingIdentity;
delete from metPair;
delete from about;
delete from partyTo;
delete from attended;
delete from meeting;
delete from topic;
delete from place;
delete from serves;
delete from holds;
delete from role;
delete from personName;
delete from person;
delete from organization;
delete from country;

-- Reports that say the same of somebody: decided on together.
create table persona (
  id         integer primary key,
  signature  text not null unique,       -- name, aliases, country, offices, year, …: see Persona.swift
  block      text not null,
  name       text not null,
  country    text,
  year       integer,
  reports    integer not null,
  individual text,                       -- who it is without decisions
  personId   text,                       -- and with them
  rule       text,
  evidence   text
) strict;

create index personaByBlock on persona (block);
create index personaByIndividual on persona (individual) where individual is not null;
create index personaByPerson on persona (personId) where personId is not null;

create table personaReport (
  articleId text not null,
  number    integer not null,
  persona   integer not null references persona (id),
  mentions  integer not null,
  primary key (articleId, number),
  foreign key (articleId, number) references personReport (articleId, number) on delete cascade
) strict, without rowid;

create index personaReportByPersona on personaReport (persona);

-- People as they are without decisions.
create table individual (
  id       text primary key,
  base     text not null,                -- the identifier before a number tells it from others
  rank     text not null,                -- the order among those
  block    text not null,
  name     text not null,
  open     text not null,                -- a JSON array: who an open name could be
  personId text,                         -- null for what a curator set aside
  rule     text                          -- the decision by which it is another person's
) strict, without rowid;

create index individualByBase on individual (base);
create index individualByBlock on individual (block);
create index individualByPerson on individual (personId);

create view personIdentity as
select r.articleId, r.number, p.personId, coalesce(i.rule, p.rule) as rule, p.evidence
from personaReport r
join persona p on p.id = r.persona
join individual i on i.id = p.individual
where p.personId is not null;

-- ---------------------------------------------------------------- roles, names and bodies

-- How often each role is told of each persona, and when first and last.
create table roleUse (
  persona integer not null references persona (id) on delete cascade,
  roleId  text not null,
  former  integer not null check (former in (0, 1)),
  reports integer not null,
  first   text,
  last    text,
  primary key (persona, roleId, former)
) strict, without rowid;

create index roleUseByRole on roleUse (roleId);

create table serviceUse (
  persona integer not null references persona (id) on delete cascade,
  served  integer not null references persona (id) on delete cascade,
  reports integer not null,
  primary key (persona, served)
) strict, without rowid;

create index serviceUseByServed on serviceUse (served);

-- How articles spell a role, place, topic or organisation, and how often.
create table spelling (
  kind    text not null check (kind in ('role', 'place', 'topic', 'organization')),
  id      text not null,
  name    text not null,
  detail  text not null,
  reports integer not null,
  primary key (kind, id, name, detail)
) strict, without rowid;

-- Which countries and bodies an article mentions, and how often.
create table bodyMention (
  id           integer primary key,
  articleId    text not null references article (id) on delete cascade,
  country      text,
  organization text,
  count        integer not null check (count > 0),
  check ((country is not null) + (organization is not null) = 1)
) strict;

create index bodyMentionByArticle on bodyMention (articleId);
create index bodyMentionByCountry on bodyMention (country) where country is not null;
create index bodyMentionByOrganization on bodyMention (organization) where organization is not null;

create view mentions as
select r.articleId || ' ' || r.number as id, r.articleId, p.personId as person, null as country,
  null as organization, r.mentions as count
from personaReport r
join persona p on p.id = r.persona
where p.personId is not null
union all
select cast(id as text), articleId, null, country, null, count
from bodyMention where country is not null
union all
select cast(id as text), articleId, null, null, organization, count
from bodyMention where organization is not null;

-- ---------------------------------------------------------------- meetings

-- An article's report of a meeting as clustering sees it.
create table testimony (
  id        integer primary key,
  articleId text not null,
  number    integer not null,
  dated     integer not null check (dated in (0, 1)),
  first     integer,                     -- the days it can have been on, counted from 1970-01-01
  last      integer,
  component integer,                     -- the testimonies it is decided with
  cluster   integer,                     -- the meeting it tells of
  unique (articleId, number),
  foreign key (articleId, number) references meetingReport (articleId, number) on delete cascade
) strict;

create index testimonyByComponent on testimony (component);
create index testimonyByCluster on testimony (cluster);

-- Who takes part in it: `p:` a person, `d:` a country of a report that names nobody, `c:` a country
-- of one that does.
create table testimonyParty (
  party     text not null,
  dated     integer not null,
  last      integer not null,
  testimony integer not null references testimony (id) on delete cascade,
  first     integer not null,
  country   text,                        -- for whom the person acts
  primary key (party, dated, last, testimony)
) strict, without rowid;

create index testimonyPartyByTestimony on testimonyParty (testimony);

alter table meeting add column cluster integer;
alter table meeting add column base text;
alter table meeting add column rank text;
alter table meeting add column disputed text;  -- a JSON array of what reports disagree on
alter table meeting add column partOfRule text;

create unique index meetingByCluster on meeting (cluster);
create index meetingByBase on meeting (base);

create view meetingIdentity as
select t.articleId, t.number, m.id as meetingId
from testimony t join meeting m on m.cluster = t.cluster;

update derivation set pending = 1, rules = 0;
