/**
 * Identifiers are UUID version 7: time-ordered, so they index well, and made by the server, so rows can be written in
 * one go.
 */
import { v7 } from 'uuid'

export function newId(): string {
  return v7()
}
