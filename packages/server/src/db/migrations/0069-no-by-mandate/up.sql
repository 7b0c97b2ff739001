-- CUS-05: who takes a consent back, or says no, for somebody is named, as whoever agrees is.
-- row: customers
alter table consent add column withdrawn_proxy_id uuid;
alter table consent add foreign key (tenant_id, withdrawn_proxy_id) references proxy;
alter table consent add constraint consent_no_by_proxy check (withdrawn_proxy_id is null or withdrawn_how = 'proxy');
