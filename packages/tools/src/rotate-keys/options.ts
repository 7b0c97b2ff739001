/** What `npm run rotate-keys` is asked to do. */
export type RotateOptions =
  | { readonly kind: 'rotate' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'status' }
  | { readonly kind: 'lookup' }
  | { readonly kind: 'drop'; readonly version: number }

export const USAGE = `用法 [usage]:
  npm run rotate-keys                加一把新密钥，并把全部加密内容换用新密钥 [add a key, re-seal everything]
  npm run rotate-keys -- --resume    接着上次中断的换用 [go on where it stopped]
  npm run rotate-keys -- --status    每把密钥还有多少内容在用 [what is sealed with which key]
  npm run rotate-keys -- --lookup    停机换用新的查找密钥（证件号、手机号等的查找值） [turn the look-up key, while no server runs]
  npm run rotate-keys -- --drop N    销毁第 N 把旧密钥（仍有内容在用时拒绝） [drop an old key nothing uses]`

/** A text = what is wrong. */
export function readRotateOptions(args: readonly string[]): RotateOptions | string {
  const [verb, value, more] = args
  if (verb === undefined) return { kind: 'rotate' }
  if (verb === '--resume' && value === undefined) return { kind: 'resume' }
  if (verb === '--lookup' && value === undefined) return { kind: 'lookup' }
  if (verb === '--status' && value === undefined) return { kind: 'status' }
  if (verb === '--drop' && more === undefined && /^\d{1,3}$/.test(value ?? '')) {
    return { kind: 'drop', version: Number(value) }
  }
  return `看不懂“${args.join(' ')}” [not understood]`
}
