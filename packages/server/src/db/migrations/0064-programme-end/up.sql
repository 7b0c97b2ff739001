-- A programme ends with the last day of its last published version (PRG-01). Until now that day stood in the version
-- and bound nothing. Null: it has no last day. Cover without a last day of its own ends with it.
-- row: programme
alter table programme add column last_on date;

update programme_version set effective_before = (definition ->> 'inForceTo')::date + 1
  where state = 'published' and effective_before is null and definition ->> 'inForceTo' is not null;

update programme g set last_on = (select max(v.effective_before) - 1 from programme_version v
    where v.tenant_id = g.tenant_id and v.programme_id = g.id and v.state = 'published'
    having not bool_or(v.effective_before is null));
