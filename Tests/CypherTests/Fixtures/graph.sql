create table country (code text primary key, name text not null);
create table organization (acronym text primary key, name text not null);
create table person (
  id text primary key, name text not null, country text references country, born integer,
  height real, former integer not null default 0
);
create table role (id text primary key, title text not null);
create table meeting (
  id text primary key, kind text not null, status text not null, date text,
  country text references country, partOf text references meeting
);
create table attendance (
  person text not null references person, meeting text not null references meeting, "as" text,
  primary key (person, meeting)
);
create table holding (
  id integer primary key, person text not null references person,
  role text not null references role, since text, until text
);
create table roleOfCountry (role text not null, country text not null);
create table roleOfOrganization (role text not null, organization text not null);
create table met (
  a text not null references person, b text not null references person, meetings integer not null,
  primary key (a, b)
);

insert into country values ('NZ', 'New Zealand'), ('US', 'United States'), ('IN', 'India');
insert into organization values ('NATO', 'North Atlantic Treaty Organization');
insert into person values
  ('winston-peters', 'Winston Peters', 'NZ', 1945, 1.7, 0),
  ('marco-rubio', 'Marco Rubio', 'US', 1971, 1.75, 0),
  ('mike-waltz', 'Mike Waltz', 'US', 1974, null, 1),
  ('s-jaishankar', 'S. Jaishankar', 'IN', 1955, null, 0),
  ('mark-rutte', 'Mark Rutte', null, 1967, 1.93, 0);
insert into role values
  ('foreign-minister-nz', 'Foreign Minister'), ('secretary-of-state-us', 'Secretary of State'),
  ('external-affairs-minister-in', 'External Affairs Minister'),
  ('secretary-general-nato', 'Secretary General'), ('senator-us', 'Senator');
insert into holding values
  (1, 'winston-peters', 'foreign-minister-nz', '2023-11-27', null),
  (2, 'marco-rubio', 'secretary-of-state-us', '2025-01-21', null),
  (3, 'marco-rubio', 'senator-us', '2011-01-03', '2025-01-20'),
  (4, 's-jaishankar', 'external-affairs-minister-in', '2019-05-30', null),
  (5, 'mark-rutte', 'secretary-general-nato', '2024-10-01', null);
insert into roleOfCountry values
  ('foreign-minister-nz', 'NZ'), ('secretary-of-state-us', 'US'), ('senator-us', 'US'),
  ('external-affairs-minister-in', 'IN');
insert into roleOfOrganization values ('secretary-general-nato', 'NATO');
insert into meeting values
  ('quad-2025', 'summit', 'held', '2025-01-21', 'US', null),
  ('rubio-jaishankar-2025', 'meeting', 'held', '2025-01-21', 'US', 'quad-2025'),
  ('rubio-peters-2025', 'meeting', 'held', '2025-03-19', 'US', null),
  ('peters-waltz-2025', 'meeting', 'held', '2025-03', 'US', null),
  ('peters-jaishankar-2025', 'visit', 'planned', null, 'IN', null);
insert into attendance values
  ('marco-rubio', 'quad-2025', 'host'), ('s-jaishankar', 'quad-2025', 'guest'),
  ('marco-rubio', 'rubio-jaishankar-2025', 'host'),
  ('s-jaishankar', 'rubio-jaishankar-2025', 'guest'),
  ('marco-rubio', 'rubio-peters-2025', 'host'), ('winston-peters', 'rubio-peters-2025', 'guest'),
  ('mike-waltz', 'peters-waltz-2025', null), ('winston-peters', 'peters-waltz-2025', null),
  ('winston-peters', 'peters-jaishankar-2025', null), ('s-jaishankar', 'peters-jaishankar-2025', null);
insert into met values
  ('marco-rubio', 's-jaishankar', 2), ('marco-rubio', 'winston-peters', 1),
  ('mike-waltz', 'winston-peters', 1);
