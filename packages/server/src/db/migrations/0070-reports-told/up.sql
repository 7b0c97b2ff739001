-- Whoever a major complaint is reported to is told that a report came (CMP-12).
-- row: sla
alter table clock_alarm drop constraint clock_alarm_cause_check;
alter table clock_alarm add check (cause in ('threshold', 'calendar', 'definition', 'extension', 'backdating',
  'certificate', 'choice', 'report'));
