import * as api from '@anpei/contract/identity'
import { ask, on, type Bound } from '../http/index.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { whoAmI } from './who-am-i.ts'

export const identityRoutes: readonly Bound[] = [
  ask(api.signIn, signIn),
  on(api.signOut, signOut),
  on(api.whoAmI, whoAmI),
]
