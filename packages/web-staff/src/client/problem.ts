/** What a person reads when something did not work, and which fields of a form it concerns. */
import { CallFailed } from '@anpei/contract/kernel'

export type FieldFault = { readonly path: readonly (string | number)[]; readonly message: string }

/** `isReading`: nothing was written that could be lost. */
export function faultText(fault: Error, isReading = false): string {
  if (!(fault instanceof CallFailed)) return `连不上服务器，请检查网络后再试。${isReading ? '' : '填写的内容还在。'}`
  const { message, reference } = fault.problem
  return reference ? `${message}（编号 ${reference}）` : message
}

export function fieldFaults(fault: Error | null): readonly FieldFault[] {
  if (!(fault instanceof CallFailed)) return []
  return (fault.problem.fields ?? []).map(({ path, message }) => ({ path: pathParts(path), message }))
}

/** `accident.kinds.0` → `['accident', 'kinds', 0]`. */
export function pathParts(path: string): readonly (string | number)[] {
  return path
    .split('.')
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

/** The session has ended: the sign-in that covers the page says so, and once it has gone there is nothing to say. */
export function isSignedOut(fault: Error | null): boolean {
  return fault instanceof CallFailed && fault.problem.code === 'request.sign_in_first'
}

/** Not there for this reader, or not any more: what was shown before is not to be seen either. */
export function isGone(fault: Error | null): boolean {
  return fault instanceof CallFailed && (fault.status === 404 || fault.status === 403)
}
