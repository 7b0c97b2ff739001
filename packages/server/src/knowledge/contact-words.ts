/** The published contact data by name, for the texts of articles and of the assistant (SRV-11). */
import type { ContactWords } from '@anpei/domain/knowledge'
import { contactRegister } from '../notifications/index.ts'

export function contactWords(): ContactWords {
  return Object.fromEntries(
    Object.entries(contactRegister()).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
