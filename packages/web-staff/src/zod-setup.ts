/** Before any schema is built: under our content security policy zod may not compile checks, so it shall not try. */
import { config } from 'zod'

config({ jitless: true })
