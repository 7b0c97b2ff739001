-- CUS-06, 个人信息保护法 44: what goes on until the person objects can be objected to before any consent was given; such
-- a no has no way in which a yes was given. Art. 14: a text that changed, or a consent that ran out, is agreed to anew
-- while the old consent stands as what it was.
alter table consent alter column given_how drop not null;
alter table consent add constraint consent_said check (given_how is not null or withdrawn_at is not null);
drop index consent_one_live;
create unique index consent_one_live on consent (tenant_id, person_id, purpose, text_version, from_on)
  where withdrawn_at is null;
