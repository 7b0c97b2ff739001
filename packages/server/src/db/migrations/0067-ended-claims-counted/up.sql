-- The claims list counts up to ten thousand (CLM-21). Of a rare filter that meant reading a town's two hundred thousand
-- ended cases row by row; here they are counted without looking at one. Written once, as a case ends.
-- row: claims
create index claim_ended_counted on claim (tenant_id, town_code, class, state, owner_id)
  include (kinds, received_at, village_code) where state in ('closed', 'withdrawn');
