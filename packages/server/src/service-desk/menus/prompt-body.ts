/** A prompt as it waits for its second person. */
import { LANGUAGES } from '@anpei/domain/identity'
import { CALL_LINES, PROMPT_OCCASIONS } from '@anpei/domain/service-desk'
import { Day, Id, keysOf } from '@anpei/contract/kernel'
import { z } from 'zod'

export const PromptBody = z.object({
  id: Id,
  fileId: Id,
  line: keysOf({ every: '', ...CALL_LINES }),
  occasion: keysOf(PROMPT_OCCASIONS),
  language: keysOf(LANGUAGES),
  words: z.string(),
  recordedBy: z.string(),
  validFrom: Day,
})
