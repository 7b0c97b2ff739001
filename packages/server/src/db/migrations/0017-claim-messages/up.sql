-- What a family says to us about its case, and our answer (CLM-20: nothing closes over an unanswered message).

-- row: claims
create table claim_message (
  tenant_id int not null,
  id uuid not null,
  claim_id uuid not null,
  -- The account of the portal that said it.
  account_id uuid not null,
  salt bytea not null,
  -- Sealed JSON { text, answer }: it may speak of health.
  sealed bytea not null,
  made_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, claim_id) references claim,
  check ((answered_by is null) = (answered_at is null))
);
create index claim_message_by_claim on claim_message (tenant_id, claim_id, made_at);
create index claim_message_unanswered on claim_message (tenant_id, made_at) where answered_at is null;
