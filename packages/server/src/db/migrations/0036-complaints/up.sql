-- Complaints that cannot be struck off (CMP-01…05, CMP-09, CMP-10): who complains, about what and whom, and who
-- answers for it.

-- row: complaints
create table complaint (
  tenant_id int not null references tenant,
  id uuid not null,
  complaint_no text not null,
  state text not null check (state in ('received', 'accepted', 'assigned', 'investigating', 'proposed', 'approved',
    'decided', 'told', 'closed', 'withdrawn', 'redirected', 'merged')),
  -- What the customer called it; it decides nothing (SRV-01).
  label text not null check (label in ('complaint', 'appeal')),
  channel text not null check (channel in ('phone', 'elder_line', 'chat', 'wechat', 'app', 'sms', 'email', 'fax',
    'letter', 'counter', 'box', 'visit', 'liaison', 'regulator')),
  -- The legal clock runs from here, whenever it was written down.
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  -- Empty: it came by itself.
  recorded_by uuid,
  representation text not null check (representation in ('self', 'proxy', 'heir', 'group', 'anonymous')),
  -- Signed mandate of a proxy, or what shows an heir.
  mandate_document_ids uuid[] not null default '{}',
  mandate_until date,
  -- Who came face to face, and how many spoke for them.
  people_count int not null default 1 check (people_count > 0),
  spokesperson_count int not null default 1 check (spokesperson_count between 1 and people_count),
  major boolean not null default false,
  -- Where they were heard, and whether it was recorded with sound and picture.
  reception_area text not null default '',
  area_recorded boolean,
  -- Of a letter: the day of its postmark; the clock runs from its receipt.
  postmarked_on date,
  -- What the complainant has still to bring, by item.
  missing text[] not null default '{}',
  found_incomplete_at timestamptz,
  -- The insured person it is about, where we know one.
  person_id uuid,
  phone_hash bytea,
  village_code text,
  institution_id uuid,
  respondent_institution_id uuid,
  -- Who is complained about, their reporting line when that was noted, and the channel that sold (CMP-05).
  concerned_ids uuid[] not null default '{}',
  line_ids uuid[] not null default '{}',
  selling_institution_id uuid,
  claim_id uuid,
  claim_step text,
  cover text not null check (cover in ('group', 'individual')),
  cause_group text,
  cause text,
  business_line text,
  urgency text not null default 'normal' check (urgency in ('normal', 'urgent')),
  severity text not null default 'normal' check (severity in ('normal', 'serious')),
  -- 1 is first.
  priority int not null default 3 check (priority between 1 and 3),
  class text not null default 'simple' check (class in ('simple', 'complex')),
  legal_impact boolean not null default false,
  regulatory_impact boolean not null default false,
  coordinator_id uuid,
  responsible_id uuid,
  missing_told_at timestamptz,
  first_contact_at timestamptz,
  outcome text check (outcome in ('upheld', 'partly_upheld', 'not_upheld', 'settled')),
  decided_at timestamptz,
  decided_by uuid,
  told_at timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  ended_at timestamptz,
  -- Each reopening begins another round of the same number.
  round int not null default 1 check (round > 0),
  merged_into uuid,
  state_before text,
  due_at timestamptz,
  due_clock text,
  due_or_never timestamptz not null generated always as (coalesce(due_at, 'infinity')) stored,
  salt bytea not null,
  -- Sealed JSON { complainant, matter, policyNo, respondentText }.
  sealed bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, complaint_no),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, claim_id) references claim,
  foreign key (tenant_id, merged_into) references complaint,
  check ((state = 'merged') = (merged_into is not null)),
  check ((state = 'merged') = (state_before is not null)),
  -- Whoever decides is never the one complained about, and never the one who closes (CMP-05, CMP-10).
  check (not responsible_id = any (concerned_ids)),
  check (closed_by is distinct from responsible_id or closed_by is null)
);
-- A page is cut from an index alone, whatever the filters: the few that fit are not looked for in the rows.
create index complaint_open_by_due on complaint (tenant_id, due_or_never, id)
  include (concerned_ids, state, cause_group, cause) where ended_at is null;
create index complaint_ended_by_due on complaint (tenant_id, due_or_never, id)
  include (concerned_ids, state, cause_group, cause) where ended_at is not null;
create index complaint_open_recent on complaint (tenant_id, received_at desc, id desc)
  include (concerned_ids, state, cause_group, cause, responsible_id) where ended_at is null;
create index complaint_open_by_responsible on complaint (tenant_id, responsible_id, due_or_never, id)
  include (concerned_ids, state, cause_group, cause) where ended_at is null;
-- Ratios of a year are counted from it alone.
create index complaint_recent on complaint (tenant_id, received_at desc, id desc)
  include (channel, state, concerned_ids);
create index complaint_told on complaint (tenant_id, told_at, id) where state = 'told';
-- Counted from the index alone, as far as an actor may see everything but what concerns them.
create index complaint_by_state on complaint (tenant_id, state, received_at desc, id desc)
  include (concerned_ids, cause_group, cause, due_or_never);
create index complaint_by_cause on complaint (tenant_id, cause, received_at desc, id desc)
  include (concerned_ids, cause_group, state, due_or_never) where cause is not null;
create index complaint_by_cause_group on complaint (tenant_id, cause_group, received_at desc, id desc)
  include (concerned_ids, state, due_or_never) where cause_group is not null;
create index complaint_by_person on complaint (tenant_id, person_id, received_at desc) where person_id is not null;
create index complaint_by_claim on complaint (tenant_id, claim_id) where claim_id is not null;
create index complaint_by_phone on complaint (tenant_id, phone_hash) where phone_hash is not null;
-- Letters and mails of people we know by neither register nor telephone, to find the same one again.
create index complaint_unknown on complaint (tenant_id, received_at desc)
  where person_id is null and phone_hash is null and ended_at is null;
create index complaint_by_survivor on complaint (tenant_id, merged_into) where merged_into is not null;

-- Who complains lies sealed; by keyed hashes of the pairs of characters in their name they are found all the same.
-- row: complaints
create table complaint_name_gram (
  tenant_id int not null,
  complaint_id uuid not null,
  nth int not null check (nth >= 0),
  gram_hash bytea not null,
  primary key (tenant_id, complaint_id, nth),
  foreign key (tenant_id, complaint_id) references complaint
);
create index complaint_name_gram_by_hash on complaint_name_gram (tenant_id, gram_hash, complaint_id);

-- A matter may have several causes; the first stands in the complaint itself.
-- row: complaints
create table complaint_cause (
  tenant_id int not null,
  complaint_id uuid not null,
  cause text not null,
  primary key (tenant_id, complaint_id, cause),
  foreign key (tenant_id, complaint_id) references complaint
);
create index complaint_cause_by_cause on complaint_cause (tenant_id, cause, complaint_id);

-- The file of the case: contacts, accounts of both sides, interviews, evidence, findings, new facts (CMP-06).
-- row: complaints
create table complaint_entry (
  tenant_id int not null,
  id uuid not null,
  complaint_id uuid not null,
  kind text not null check (kind in ('contact', 'new_facts', 'account_complainant', 'account_respondent', 'interview',
    'evidence', 'reading', 'calculation', 'finding', 'note', 'broken_promise')),
  round int not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  by_id uuid,
  -- Of a contact: did the customer hear from us, and from a human.
  successful boolean,
  document_ids uuid[] not null default '{}',
  -- Sealed JSON { text, with, place } under the salt of the complaint.
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, complaint_id) references complaint
);
create index complaint_entry_of on complaint_entry (tenant_id, complaint_id, happened_at, id);

-- What a complaint hangs together with; a request it came from, another complaint of another person.
-- row: complaints
create table complaint_link (
  tenant_id int not null,
  complaint_id uuid not null,
  target_kind text not null check (target_kind in ('request', 'complaint', 'claim', 'report')),
  target_id uuid not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (tenant_id, complaint_id, target_kind, target_id),
  foreign key (tenant_id, complaint_id) references complaint
);
create index complaint_link_by_target on complaint_link (tenant_id, target_id);

-- What a first check opened beside the case, until somebody says it is done (CMP-03).
-- row: complaints
create table complaint_task (
  tenant_id int not null,
  complaint_id uuid not null,
  kind text not null check (kind in ('legal', 'quality', 'report')),
  opened_by uuid,
  opened_at timestamptz not null,
  done_by uuid,
  done_at timestamptz,
  -- Sealed text under the salt of the complaint: what came of it.
  sealed bytea,
  primary key (tenant_id, complaint_id, kind),
  foreign key (tenant_id, complaint_id) references complaint,
  check ((done_at is null) = (done_by is null))
);

-- The national code table of causes (GB/T 43568-2023 appendix A) as it was imported; none comes with the product.
-- row: complaints
create table complaint_code (
  tenant_id int not null references tenant,
  code text not null,
  name text not null,
  parent_code text,
  standard text not null,
  imported_by uuid,
  imported_at timestamptz not null,
  primary key (tenant_id, code),
  foreign key (tenant_id, parent_code) references complaint_code deferrable initially deferred
);

-- Our causes as the house uses them: whether offered, and which national code each is reported under.
-- row: complaints
create table complaint_category (
  tenant_id int not null references tenant,
  cause text not null,
  offered boolean not null default true,
  national_code text,
  set_by uuid,
  set_at timestamptz not null,
  primary key (tenant_id, cause),
  foreign key (tenant_id, national_code) references complaint_code
);

create sequence complaint_no increment by 100;
