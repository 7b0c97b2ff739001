-- What was asked at a door and waits for another person is told to whoever is to choose (SRV-09).
-- row: sla
alter table clock_alarm drop constraint clock_alarm_cause_check;
alter table clock_alarm add check (cause in ('threshold', 'calendar', 'definition', 'extension', 'backdating',
  'certificate', 'choice'));
