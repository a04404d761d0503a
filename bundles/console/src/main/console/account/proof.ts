import type { SecondFactor } from '@/api/account'
import { signChallenge, type Proof } from '@/api/passkeys'

/** Whether enough is filled in to go on. */
export const isReady = (factor: SecondFactor, form: { password: string; code: string }): boolean =>
  form.password !== '' && (!factor.active || factor.passkeys > 0 || form.code.trim() !== '')

/** What the form holds; the browser asks for a passkey where there is one and no code. */
export async function proofOf(factor: SecondFactor, form: { password: string; code: string }): Promise<Proof> {
  const code = form.code.trim()
  if (code) return { password: form.password, code }
  return factor.passkeys ? { password: form.password, passkey: await signChallenge() } : { password: form.password }
}
