-- What no transaction before it can have changed needs no counting again (CMP-13); empty: all is counted anew.
alter table complaint_rollup add column counted_txid bigint;
