/** Where a case of some kind is opened; a call has no page of its own. */
const PAGES: Readonly<Record<string, string>> = {
  report: 'reports',
  assisted_claim: 'assists',
  visit: 'visits',
  request: 'desk',
  enrolment: 'enrolments',
  data_request: 'data-requests',
  data_incident: 'data-incidents',
  callback: 'callbacks',
  complaint: 'complaints',
  tip: 'tips',
  improvement: 'improvements',
  duty: 'standing-duties',
}
const LISTS: Readonly<Record<string, string>> = { call: '/calls', box: '/boxes', calendar: '/calendars' }

export function casePath(kind: string, id: string): string {
  return LISTS[kind] ?? `/${PAGES[kind] ?? 'claims'}/${id}`
}
