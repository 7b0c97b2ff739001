-- Confirmed accounts of people for the bench: tenant, persons, names, look-up hashes, sealed numbers.
insert into payee_account (tenant_id, id, person_id, holder_name, relation, bank, account_hash, sealed, state,
  made_at, checked_at)
  select $1, gen_random_uuid(), a.person_id, a.name, 'self', '示范银行', a.hash, a.sealed, 'confirmed', now(), now()
  from unnest($2::uuid[], $3::text[], $4::bytea[], $5::bytea[]) as a(person_id, name, hash, sealed)
