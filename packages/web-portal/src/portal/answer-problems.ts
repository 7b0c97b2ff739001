/** What can be wrong with a name, an ID number or a day, before it is sent; the sentences stand in the texts. */
import { parseIdNumber, parseName } from '@anpei/domain/customers'
import { isDay, type Day } from '@anpei/domain/kernel'

export type AnswerProblem =
  | 'nameMissing'
  | 'nameWrong'
  | 'idMissing'
  | 'idLength'
  | 'idCharacters'
  | 'idBirthday'
  | 'idCheck'
  | 'dayMissing'
  | 'dayInFuture'

export function nameProblem(name: string): AnswerProblem | null {
  const parsed = parseName(name)
  if (parsed.ok) return null
  return parsed.code === 'customers.name_missing' ? 'nameMissing' : 'nameWrong'
}

export function idProblem(idNumber: string, today: Day): AnswerProblem | null {
  const parsed = parseIdNumber(idNumber, today)
  if (parsed.ok) return null
  switch (parsed.code) {
    case 'customers.id_missing':
      return 'idMissing'
    case 'customers.id_length':
      return 'idLength'
    case 'customers.id_characters':
      return 'idCharacters'
    case 'customers.id_birthday':
      return 'idBirthday'
    case 'customers.id_check_digit':
      return 'idCheck'
  }
}

/** A day that has come already. */
export function dayProblem(day: Day, today: Day): AnswerProblem | null {
  if (!isDay(day)) return 'dayMissing'
  return day > today ? 'dayInFuture' : null
}

/** Eleven digits that begin with 1; blanks and dashes as people write them. */
export function isMobile(phone: string): boolean {
  return /^1\d{10}$/.test(phone.replace(/[\s-]/g, ''))
}
