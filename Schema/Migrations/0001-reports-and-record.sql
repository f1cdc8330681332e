-- Two layers in one file. What articles say is written once and never changed; what we hold to be
-- so is derived from all of it and can be thrown away and derived anew at any time.
-- Docs/Ontology.md explains every table and view.
--
-- Offsets count Unicode scalars from zero, half-open: a quote is true if
--   substr(article.text, start + 1, length(quote)) = quote
-- which the view `unproven` checks for every quote there is.

-- ---------------------------------------------------------------- articles

create table article (
  number          integer primary key,
  id              text not null unique,
  hash            text not null unique,  -- SHA-256 of the text in UTF-8
  text            text not null,
  title           text,
  url             text,
  publisher       text,
  author          text,
  published       text,                  -- YYYY-MM-DD
  publishedSource text,
  metadata        text not null          -- a JSON object
) strict;

create index articleByUrl on article (url) where url is not null;

create table articleBlock (
  articleId text not null references article (id) on delete cascade,
  number    integer not null,
  kind      text not null,
  start     integer not null,
  "end"     integer not null,
  primary key (articleId, number)
) strict, without rowid;

create virtual table articleSearch using fts5 (
  title, text, content = 'article', content_rowid = 'number',
  tokenize = 'unicode61 remove_diacritics 2'
);

create trigger articleSearchInsert after insert on article begin
  insert into articleSearch (rowid, title, text) values (new.number, new.title, new.text);
end;

create trigger articleSearchDelete after delete on article begin
  insert into articleSearch (articleSearch, rowid, title, text)
  values ('delete', old.number, old.title, old.text);
end;

create trigger articleSearchUpdate after update of number, title, text on article begin
  insert into articleSearch (articleSearch, rowid, title, text)
  values ('delete', old.number, old.title, old.text);
  insert into articleSearch (rowid, title, text) values (new.number, new.title, new.text);
end;

-- ---------------------------------------------------------------- reports: what one article says

create table personReport (
  articleId    text not null references article (id) on delete cascade,
  number       integer not null,
  name         text not null,
  aliases      text not null,           -- a JSON array
  country      text,
  countryStart integer,
  countryEnd   integer,
  countryQuote text,
  primary key (articleId, number),
  check ((country is null) = (countryQuote is null))
) strict, without rowid;

create table personMention (
  articleId text not null,
  person    integer not null,
  number    integer not null,
  form      text not null check (form in ('fullName', 'partialName', 'role', 'pronoun')),
  start     integer not null,
  "end"     integer not null,
  quote     text not null,
  primary key (articleId, person, number),
  foreign key (articleId, person) references personReport (articleId, number) on delete cascade
) strict, without rowid;

create table roleReport (
  articleId    text not null,
  person       integer not null,
  number       integer not null,
  title        text not null,
  office       text,
  country      text,
  organization text,
  isFormer     integer not null check (isFormer in (0, 1)),
  serves       integer,
  start        integer not null,
  "end"        integer not null,
  quote        text not null,
  primary key (articleId, person, number),
  foreign key (articleId, person) references personReport (articleId, number) on delete cascade,
  foreign key (articleId, serves) references personReport (articleId, number) on delete cascade,
  check (country is null or organization is null)
) strict, without rowid;

create index roleReportByServed on roleReport (articleId, serves);

create table meetingReport (
  articleId    text not null references article (id) on delete cascade,
  number       integer not null,
  kind         text not null check (kind in ('meeting', 'call', 'meal', 'summit', 'visit')),
  status       text not null check (status in ('held', 'planned', 'cancelled', 'declined')),
  date         text,                     -- YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DD/YYYY-MM-DD
  place        text,
  placeCountry text,
  partOf       integer,
  primary key (articleId, number),
  foreign key (articleId, partOf) references meetingReport (articleId, number) on delete cascade
) strict, without rowid;

create index meetingReportByWhole on meetingReport (articleId, partOf);

-- The words for a meeting as a whole (`about` = 'meeting', the most telling first), and for its
-- kind, status, date and place.
create table meetingEvidence (
  articleId text not null,
  meeting   integer not null,
  about     text not null check (about in ('meeting', 'kind', 'status', 'date', 'place')),
  number    integer not null,
  start     integer not null,
  "end"     integer not null,
  quote     text not null,
  primary key (articleId, meeting, about, number),
  foreign key (articleId, meeting) references meetingReport (articleId, number) on delete cascade
) strict, without rowid;

create table participationReport (
  articleId text not null,
  meeting   integer not null,
  number    integer not null,
  person    integer not null,
  start     integer not null,
  "end"     integer not null,
  quote     text not null,
  primary key (articleId, meeting, number),
  foreign key (articleId, meeting) references meetingReport (articleId, number) on delete cascade,
  foreign key (articleId, person) references personReport (articleId, number) on delete cascade
) strict, without rowid;

create index participationReportByPerson on participationReport (articleId, person);

create table unnamedPartyReport (
  articleId    text not null,
  meeting      integer not null,
  number       integer not null,
  role         text not null,
  country      text,
  organization text,
  start        integer not null,
  "end"        integer not null,
  quote        text not null,
  primary key (articleId, meeting, number),
  foreign key (articleId, meeting) references meetingReport (articleId, number) on delete cascade,
  check (country is null or organization is null)
) strict, without rowid;

create table meetingCountryReport (
  articleId text not null,
  meeting   integer not null,
  number    integer not null,
  country   text not null,
  primary key (articleId, meeting, number),
  foreign key (articleId, meeting) references meetingReport (articleId, number) on delete cascade
) strict, without rowid;

create table topicReport (
  articleId text not null,
  meeting   integer not null,
  number    integer not null,
  topic     text not null,
  start     integer not null,
  "end"     integer not null,
  quote     text not null,
  primary key (articleId, meeting, number),
  foreign key (articleId, meeting) references meetingReport (articleId, number) on delete cascade
) strict, without rowid;

-- Two people named close together who, in this article, did not meet.
create table separationReport (
  articleId text not null,
  number    integer not null,
  person    integer not null,
  other     integer not null,
  reason    text not null,
  start     integer not null,
  "end"     integer not null,
  quote     text not null,
  primary key (articleId, number),
  foreign key (articleId, person) references personReport (articleId, number) on delete cascade,
  foreign key (articleId, other) references personReport (articleId, number) on delete cascade
) strict, without rowid;

create index separationReportByPerson on separationReport (articleId, person);
create index separationReportByOther on separationReport (articleId, other);

create table countryMention (
  articleId text not null references article (id) on delete cascade,
  country   text not null,
  number    integer not null,
  start     integer not null,
  "end"     integer not null,
  quote     text not null,
  primary key (articleId, country, number)
) strict, without rowid;

-- ---------------------------------------------------------------- the record, derived from reports

-- What a curator decided: a source of the record beside the reports. A merge names both people by the
-- identifiers they have without any decision, so that it holds however the record is derived.
create table decision (
  number integer primary key,
  kind   text not null check (kind in ('merge')),
  person text not null,
  target text not null check (target <> person),
  author text not null,
  time   text not null,
  reason text
) strict;

-- Whether the record still lacks reports, and by which rules it was derived.
create table derivation (
  id      integer primary key check (id = 1),
  pending integer not null check (pending in (0, 1)),
  rules   integer not null
) strict;

insert into derivation values (1, 0, 0);

create table country (
  id   text primary key,                 -- the code: ISO 3166-1 alpha-2, EU, UN, NATO, PS, XK
  name text not null
) strict, without rowid;

create table organization (
  id      text primary key,
  name    text not null,
  acronym text
) strict, without rowid;

create table person (
  id      text primary key,
  name    text not null,
  country text references country (id),
  aliases text not null                  -- a JSON array
) strict, without rowid;

create index personByCountry on person (country);

-- Every way to look a person up, without case and diacritics.
create table personName (
  folded   text not null,
  personId text not null references person (id) on delete cascade,
  form     text not null check (form in ('name', 'alias', 'part')),
  primary key (folded, personId)
) strict, without rowid;

create index personNameByPerson on personName (personId);

create table role (
  id           text primary key,
  title        text not null,
  office       text,
  country      text references country (id),
  organization text references organization (id),
  -- The role's own word for either.
  "of"         text generated always as (coalesce(country, organization)) virtual
) strict, without rowid;

create index roleByCountry on role (country);
create index roleByOrganization on role (organization);

create table holds (
  personId      text not null references person (id) on delete cascade,
  roleId        text not null references role (id) on delete cascade,
  since         text,
  until         text,
  former        integer not null check (former in (0, 1)),
  firstReported text,                    -- publication of the first and the last article
  lastReported  text,                    -- that gives the person the role
  primary key (personId, roleId)
) strict, without rowid;

create index holdsByRole on holds (roleId);

create table serves (
  personId text not null references person (id) on delete cascade,
  servedId text not null references person (id) on delete cascade,
  primary key (personId, servedId)
) strict, without rowid;

create index servesByServed on serves (servedId);

create table place (
  id        text primary key,
  name      text not null,
  country   text references country (id),
  latitude  real,
  longitude real
) strict, without rowid;

create index placeByCountry on place (country);

create table topic (
  id   text primary key,
  name text not null
) strict, without rowid;

create table meeting (
  id           text primary key,
  kind         text not null,
  status       text not null,
  title        text not null,
  date         text,                     -- the first day; only YYYY or YYYY-MM where no day is told
  until        text,                     -- the last day of several
  precision    text check (precision in ('year', 'month', 'day', 'span')),
  place        text references place (id),
  placeCountry text references country (id),  -- where a country is all that is told of the place
  partOf       text references meeting (id),
  check ((date is null) = (precision is null))
) strict, without rowid;

create index meetingByDate on meeting (date);
create index meetingByPlace on meeting (place);
create index meetingByPlaceCountry on meeting (placeCountry);
create index meetingByWhole on meeting (partOf);

create table attended (
  personId  text not null references person (id) on delete cascade,
  meetingId text not null references meeting (id) on delete cascade,
  role      text,
  primary key (personId, meetingId)
) strict, without rowid;

create index attendedByMeeting on attended (meetingId);

create table partyTo (
  id           integer primary key,
  country      text references country (id),
  organization text references organization (id),
  meetingId    text not null references meeting (id) on delete cascade,
  role         text,
  check ((country is null) <> (organization is null))
) strict;

create index partyToByCountry on partyTo (country);
create index partyToByOrganization on partyTo (organization);
create index partyToByMeeting on partyTo (meetingId);

create table about (
  meetingId text not null references meeting (id) on delete cascade,
  topicId   text not null references topic (id) on delete cascade,
  primary key (meetingId, topicId)
) strict, without rowid;

create index aboutByTopic on about (topicId);

-- Which reports speak of which person and which meeting: the bridge between the layers. The rule
-- says why a report was counted as the person's: by full name, by family name, or by a decision.
create table personIdentity (
  articleId text not null,
  number    integer not null,
  personId  text not null references person (id) on delete cascade,
  rule      text not null,
  primary key (articleId, number),
  foreign key (articleId, number) references personReport (articleId, number) on delete cascade
) strict, without rowid;

create index personIdentityByPerson on personIdentity (personId);

create table meetingIdentity (
  articleId text not null,
  number    integer not null,
  meetingId text not null references meeting (id) on delete cascade,
  primary key (articleId, number),
  foreign key (articleId, number) references meetingReport (articleId, number) on delete cascade
) strict, without rowid;

create index meetingIdentityByMeeting on meetingIdentity (meetingId);

create table mentions (
  id           integer primary key,
  articleId    text not null references article (id) on delete cascade,
  person       text references person (id) on delete cascade,
  country      text references country (id) on delete cascade,
  organization text references organization (id) on delete cascade,
  count        integer not null check (count > 0),
  check ((person is not null) + (country is not null) + (organization is not null) = 1)
) strict;

create index mentionsByArticle on mentions (articleId);
create index mentionsByPerson on mentions (person);
create index mentionsByCountry on mentions (country);
create index mentionsByOrganization on mentions (organization);

-- Each pair that met, once, the smaller id first: kept, because counting pairs anew is slow.
create table metPair (
  personId text not null references person (id) on delete cascade,
  otherId  text not null references person (id) on delete cascade,
  meetings integer not null check (meetings > 0),
  first    text,
  last     text,
  primary key (personId, otherId),
  check (personId < otherId)
) strict, without rowid;

create index metPairByOther on metPair (otherId);

-- ---------------------------------------------------------------- views for readers

-- Which article reports which meeting, by its most telling words.
create view reports as
select i.articleId, i.number, i.meetingId, r.status, e.quote, e.start, e."end"
from meetingIdentity i
join meetingReport r on r.articleId = i.articleId and r.number = i.number
join meetingEvidence e
  on e.articleId = i.articleId and e.meeting = i.number and e.about = 'meeting' and e.number = 0;

create view meeting_overview as
select m.id, m.date, m.kind, m.status, m.title,
  (select group_concat(name, ', ') from (
    select p.name from attended a join person p on p.id = a.personId
    where a.meetingId = m.id order by p.name)) as who,
  (select group_concat(country, ', ') from (
    select distinct country from partyTo where meetingId = m.id and country is not null
    order by country)) as countries,
  coalesce(l.name, c.name) as place,
  (select count(distinct articleId) from meetingIdentity i where i.meetingId = m.id) as articles,
  (select quote from reports r where r.meetingId = m.id and r.status = m.status
    order by r.articleId, r.number limit 1) as quote
from meeting m
left join place l on l.id = m.place
left join country c on c.id = m.placeCountry
order by m.date is null, m.date, m.id;

-- Who met whom, each pair from both sides, so that one condition on `person` is enough.
create view met as
select a.name as person, b.name as other, t.meetings, t.first, t.last,
  t.personId as person_id, t.otherId as other_id
from (
  select personId, otherId, meetings, first, last from metPair
  union all
  select otherId, personId, meetings, first, last from metPair
) t
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
  select * from metPair t
  where t.personId = min(a.id, b.id) and t.otherId = max(a.id, b.id))
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
  (select count(*) from metPair t where t.personId = p.id)
    + (select count(*) from metPair t where t.otherId = p.id) as met,
  (select count(distinct articleId) from personIdentity i where i.personId = p.id) as articles,
  p.aliases
from person p
order by p.name, p.id;

create view article_overview as
select a.id, a.published, a.publisher, a.title, a.url,
  (select count(*) from meetingReport r where r.articleId = a.id) as meetings,
  (select count(*) from personReport r where r.articleId = a.id) as people,
  length(a.text) as length
from article a
order by a.published, a.id;

-- ---------------------------------------------------------------- proof

-- Every quote, and what it is evidence for.
create view evidence as
select articleId, 'country of ' || name as claim, countryStart as start, countryEnd as "end",
  countryQuote as quote
from personReport where countryQuote is not null
union all
select articleId, 'mention of person ' || person, start, "end", quote from personMention
union all
select articleId, 'role ' || title, start, "end", quote from roleReport
union all
select articleId, about || ' of meeting ' || meeting, start, "end", quote from meetingEvidence
union all
select articleId, 'person ' || person || ' in meeting ' || meeting, start, "end", quote
from participationReport
union all
select articleId, role || ' in meeting ' || meeting, start, "end", quote from unnamedPartyReport
union all
select articleId, 'topic ' || topic, start, "end", quote from topicReport
union all
select articleId, 'separation by ' || reason, start, "end", quote from separationReport
union all
select articleId, 'mention of ' || country, start, "end", quote from countryMention;

-- The quotes that do not stand in their article where they are said to; empty in a sound graph.
create view unproven as
select e.articleId, e.claim, e.start, e."end", e.quote,
  substr(a.text, e.start + 1, e."end" - e.start) as found
from evidence e
join article a on a.id = e.articleId
where e.quote = '' or found <> e.quote or length(e.quote) <> e."end" - e.start;
