-- The knowledge base (SRV-06) and the guided assistant (SRV-12).

-- row: knowledge
create table knowledge_article (
  tenant_id int not null references tenant,
  id uuid not null,
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  state text not null check (state in ('draft', 'published', 'retired')),
  owner_id uuid not null,
  -- Of the published version, else of the draft: what lists show.
  kind text not null
    check (kind in ('product', 'clause', 'claim_guide', 'document_sample', 'faq', 'notice', 'video')),
  audience text not null check (audience in ('public', 'staff')),
  title text not null,
  -- The version readers see.
  published_id uuid,
  review_on date,
  helped int not null default 0 check (helped >= 0),
  not_helped int not null default 0 check (not_helped >= 0),
  -- Moves an article in the search, from what readers said.
  helpfulness real not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, owner_id) references staff_user,
  check ((state = 'published') <= (published_id is not null))
);
create index knowledge_article_by_kind on knowledge_article (tenant_id, kind, updated_at desc, id desc);
create index knowledge_article_recent on knowledge_article (tenant_id, updated_at desc, id desc);
create index knowledge_article_due on knowledge_article (tenant_id, owner_id, review_on) where state = 'published';

-- row: knowledge
create table knowledge_version (
  tenant_id int not null,
  id uuid not null,
  article_id uuid not null,
  version int not null,
  state text not null check (state in ('draft', 'waiting', 'published', 'discarded')),
  -- { kind, audience, title, keywords, body, videoUrl, links }.
  content jsonb not null,
  reason text not null default '',
  -- null: came with the system.
  made_by uuid,
  made_at timestamptz not null,
  -- Everybody who wrote on it: none of them publishes it.
  writers uuid[] not null default '{}',
  decided_by uuid,
  decided_at timestamptz,
  -- Why it was returned.
  answer text,
  primary key (tenant_id, id),
  unique (tenant_id, article_id, version),
  foreign key (tenant_id, article_id) references knowledge_article,
  foreign key (tenant_id, made_by) references staff_user,
  foreign key (tenant_id, decided_by) references staff_user,
  check (state <> 'published' or decided_by is null or decided_by <> all (writers))
);
create unique index knowledge_version_one_open on knowledge_version (tenant_id, article_id)
  where state in ('draft', 'waiting');
create index knowledge_version_waiting on knowledge_version (tenant_id, made_at) where state = 'waiting';

-- What was published never changes.
create function knowledge_version_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a published version never changes';
end $$;
create trigger knowledge_version_stays before update on knowledge_version for each row
  when (old.state = 'published') execute function knowledge_version_stays();

-- The search: which term stands in which published article, and what it is worth there. Found by equality alone,
-- which is leak-proof, so that the tenant wall lets the index be used.
-- row: knowledge
create table knowledge_term (
  tenant_id int not null,
  term text not null,
  article_id uuid not null,
  open_to_all boolean not null,
  weight real not null,
  primary key (tenant_id, term, article_id) include (open_to_all, weight),
  foreign key (tenant_id, article_id) references knowledge_article
);
create index knowledge_term_of_article on knowledge_term (tenant_id, article_id);

-- A tenant's own synonyms, each version whole; without one those of config hold.
-- row: knowledge
create table knowledge_synonyms (
  tenant_id int not null references tenant,
  version int not null,
  groups jsonb not null,
  made_by uuid not null,
  confirmed_by uuid not null,
  at timestamptz not null,
  -- When every article had been read anew with it.
  applied_at timestamptz,
  primary key (tenant_id, version),
  foreign key (tenant_id, made_by) references staff_user,
  foreign key (tenant_id, confirmed_by) references staff_user
);

-- 有没有帮到您, with a word that may speak of a person and is therefore sealed.
-- row: knowledge
create table knowledge_feedback (
  tenant_id int not null,
  id uuid not null,
  article_id uuid not null,
  version_id uuid not null,
  helped boolean not null,
  told_where text not null check (told_where in ('staff', 'portal', 'assistant')),
  salt bytea,
  sealed bytea,
  at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, article_id) references knowledge_article,
  foreign key (tenant_id, version_id) references knowledge_version,
  check ((salt is null) = (sealed is null)),
  check ((closed_by is null) = (closed_at is null))
);
create index knowledge_feedback_open on knowledge_feedback (tenant_id, article_id, at desc)
  where closed_at is null and not helped;
create index knowledge_feedback_recent on knowledge_feedback (tenant_id, article_id, at);

-- What was asked and not found; the same question is one row. Numbers are taken out before it is kept.
-- row: knowledge
create table knowledge_miss (
  tenant_id int not null references tenant,
  id uuid not null,
  question text not null,
  asked int not null check (asked > 0),
  told_where text not null check (told_where in ('staff', 'portal', 'assistant')),
  first_at timestamptz not null,
  last_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  article_id uuid,
  primary key (tenant_id, id),
  unique (tenant_id, question),
  foreign key (tenant_id, article_id) references knowledge_article,
  check ((closed_by is null) = (closed_at is null))
);
create index knowledge_miss_open on knowledge_miss (tenant_id, asked desc, id desc) where closed_at is null;

-- A dialogue with the assistant: where it stands, what was chosen, and what was said, sealed.
-- row: knowledge
create table assistant_dialogue (
  tenant_id int not null references tenant,
  id uuid not null,
  channel text not null check (channel in ('portal', 'wechat')),
  node text not null,
  facts jsonb not null,
  turns int not null check (turns between 1 and 300),
  salt bytea not null,
  sealed bytea not null,
  started_at timestamptz not null,
  turned_at timestamptz not null,
  handed_at timestamptz,
  primary key (tenant_id, id)
);
create index assistant_dialogue_old on assistant_dialogue (tenant_id, turned_at);
