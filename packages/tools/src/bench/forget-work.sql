-- The bare handler enqueues jobs and events of one recorded request over and over; nobody shall work through them.
select count(*) from graphile_worker.complete_jobs(array(select id from graphile_worker.jobs));
truncate event_waiting;
