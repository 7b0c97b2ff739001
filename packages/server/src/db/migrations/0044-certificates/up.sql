-- Certificates of the staff (ORG-06): what a role demands stands with the role, what somebody holds stands here.

-- row: identity
create table staff_certificate (
  tenant_id int not null,
  id uuid not null,
  user_id uuid not null,
  -- One of config/certificates.json.
  kind text not null,
  number text not null,
  issuer text not null,
  issued_on date not null,
  -- Last day; empty: it does not end.
  valid_to date check (valid_to >= issued_on),
  -- Its scan, where there is one.
  paper_file_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  -- Taken away, lost or entered wrongly.
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references staff_user,
  foreign key (tenant_id, paper_file_id) references stored_file,
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_reason is null))
);
create unique index staff_certificate_live on staff_certificate (tenant_id, user_id, kind, number)
  where ended_at is null;

-- The last day of the certificate of a kind that lasts longest; empty where there never was one.
create function certificate_end(of_tenant int, of_user uuid, of_kind text, on_day date) returns date
  language sql stable as $$
  select max(coalesce(valid_to, 'infinity')) from staff_certificate where tenant_id = of_tenant and user_id = of_user
    and kind = of_kind and ended_at is null and issued_on <= on_day
$$;

create function is_certified(of_tenant int, of_user uuid, demanded text[], on_day date) returns boolean
  language sql stable as $$
  select not exists (select from unnest(demanded) kind
    where coalesce(certificate_end(of_tenant, of_user, kind, on_day), '-infinity') < on_day)
$$;

-- Whether somebody holds a permission by a role that does not sleep for want of a certificate.
create function may_work(of_tenant int, of_user uuid, permission text, on_day date) returns boolean
  language sql stable as $$
  select exists (select from user_role ur join role r on r.tenant_id = ur.tenant_id and r.code = ur.role_code
    where ur.tenant_id = of_tenant and ur.user_id = of_user and permission = any(r.permissions)
      and is_certified(of_tenant, of_user, r.certificates, on_day))
$$;

-- Whether somebody has a permission by roles that all sleep; who was never given it is not asleep.
create function is_asleep(of_tenant int, of_user uuid, permission text, on_day date) returns boolean
  language sql stable as $$
  select not may_work(of_tenant, of_user, permission, on_day) and exists (select from user_role ur
    join role r on r.tenant_id = ur.tenant_id and r.code = ur.role_code
    where ur.tenant_id = of_tenant and ur.user_id = of_user and permission = any(r.permissions))
$$;

-- Whose work others do today (ORG-06, ORG-07): who is away, out of service, or has a permission by sleeping roles only.
create function off_duty(of_tenant int, permission text, on_day date) returns setof uuid language sql stable as $$
  select user_id from absence where tenant_id = of_tenant and cancelled_at is null and on_day between from_on and to_on
  union
  select id from staff_user where tenant_id = of_tenant and not active
  union
  select ur.user_id from user_role ur join role r on r.tenant_id = ur.tenant_id and r.code = ur.role_code
    where ur.tenant_id = of_tenant and permission = any(r.permissions)
    group by ur.user_id having not bool_or(is_certified(of_tenant, ur.user_id, r.certificates, on_day))
$$;
