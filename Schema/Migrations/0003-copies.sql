-- Articles that print nearly the same text are copies of one: only the original's reports are counted.
-- Docs/ARCHITECTURE.md tells how they are found.

-- What an article is recognised by.
create table articleSketch (
  article  integer primary key references article (number) on delete cascade,
  urlKey   text,                         -- what all addresses of its page have in common
  shingles integer not null              -- how many different runs of five words its body has
) strict;

create index articleSketchByUrlKey on articleSketch (urlKey) where urlKey is not null;

-- Where to look for copies: articles that share a band of their sketches.
create table articleBand (
  band    integer not null,
  article integer not null,
  primary key (band, article)
) strict, without rowid;

-- Pairs that print nearly the same text, each in both directions.
create table copyLink (
  articleId text not null references article (id) on delete cascade,
  other     text not null,
  primary key (articleId, other)
) strict, without rowid;

-- The articles that are copies of another, and of which.
create table copy (
  articleId text primary key references article (id) on delete cascade,
  original  text not null references article (id)
) strict, without rowid;

create index copyByOriginal on copy (original);

update derivation set pending = 1, rules = 0;
