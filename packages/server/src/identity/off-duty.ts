/**
 * ORG-06, ORG-07: what is told of work that goes from somebody who may not do it to others, and what brings it about:
 * an absence, the end of a certificate, a role that demands one, the end of service. The nightly work sees the rest.
 */
export const OFF_DUTY = '原承办人不在岗（请假、离职或证书到期）'
export const OFF_DUTY_EVENTS: readonly string[] = [
  'absence.recorded',
  'certificate.ended',
  'role.changed',
  'staff.deactivated',
]
