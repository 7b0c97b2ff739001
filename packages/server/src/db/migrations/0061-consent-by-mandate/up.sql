-- CUS-05, CUS-06: agreeing to a use of somebody's data is an act of its own; a mandate to hand papers in is none.
alter table proxy drop constraint proxy_act_check;
alter table proxy add constraint proxy_act_check
  check (act in ('report', 'hand_in', 'receive', 'look_up', 'complain', 'consent'));
