import { call, get, post } from './client'
import { Problem } from './problem'

/** An own passkey. */
export interface Passkey {
  id: string
  /** Null while the key ring is not open. */
  name: string | null
  createdAt: string
  lastUsedAt: string | null
  /** Whether its maker may copy it to the holder's other devices. */
  synced: boolean
}

/** What a device signed; all parts in base64url. */
export interface Signed {
  credentialId: string
  clientData: string
  authenticatorData: string
  signature: string
  userHandle: string | null
}

/** What shows that it is really the holder: the password, and a code or a passkey where there is a second factor. */
export interface Proof {
  password: string
  code?: string
  passkey?: Signed
}

interface Challenge {
  challenge: string
  rpId: string
  timeout: number
}

interface NewPasskey extends Challenge {
  userHandle: string
  username: string
  algorithms: number[]
  known: string[]
}

const PASSKEYS = 'session/passkeys'
/** The reader turned away from the browser's question, or no device answered it. */
export const CANCELLED = 'passkey-cancelled'

/** Browsers make passkeys over HTTPS or on the own machine, and for a host with a name. */
export const passkeysWork = (): boolean => window.isSecureContext && typeof PublicKeyCredential === 'function' && !/^[\d.]+$|:/.test(location.hostname)

export const ownPasskeys = async () => (await get<{ items: Passkey[] }>(PASSKEYS)).items
export const removePasskey = (id: string, proof: Proof) => post<void>(`${PASSKEYS}/${encodeURIComponent(id)}/removal`, proof)

/** Asks the reader's device to sign, in the browser's own dialog. */
export async function signChallenge(): Promise<Signed> {
  const asked = await call<Challenge>('POST', `${PASSKEYS}/challenge`, { sessionCall: true })
  const credential = await answered(() =>
    navigator.credentials.get({ publicKey: { challenge: bytesOf(asked.challenge), rpId: asked.rpId, timeout: asked.timeout, userVerification: 'required' } })
  )
  const response = credential.response as AuthenticatorAssertionResponse
  return {
    credentialId: textOf(credential.rawId),
    clientData: textOf(response.clientDataJSON),
    authenticatorData: textOf(response.authenticatorData),
    signature: textOf(response.signature),
    userHandle: response.userHandle ? textOf(response.userHandle) : null
  }
}

/** Makes a passkey on one of the reader's devices and adds it to the account. */
export async function addPasskey(name: string, proof: Proof): Promise<Passkey> {
  const asked = await post<NewPasskey>(PASSKEYS, proof)
  const credential = await answered(() => navigator.credentials.create({ publicKey: creationOf(asked) }))
  const response = credential.response as AuthenticatorAttestationResponse
  return post<Passkey>(`${PASSKEYS}/confirmation`, { name, clientData: textOf(response.clientDataJSON), attestation: textOf(response.attestationObject) })
}

/** The passkey is kept on the device, so that it is found without a user name. */
const creationOf = (asked: NewPasskey): PublicKeyCredentialCreationOptions => ({
  challenge: bytesOf(asked.challenge),
  rp: { id: asked.rpId, name: 'Holdfast' },
  user: { id: bytesOf(asked.userHandle), name: asked.username, displayName: asked.username },
  pubKeyCredParams: asked.algorithms.map((alg) => ({ type: 'public-key', alg })),
  excludeCredentials: asked.known.map((id) => ({ type: 'public-key', id: bytesOf(id) })),
  authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  attestation: 'none',
  timeout: asked.timeout
})

async function answered(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  const credential = await ask().catch(() => null)
  if (!credential) throw new Problem(0, CANCELLED, '', '')
  return credential as PublicKeyCredential
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
}

export function textOf(bytes: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')
  return btoa(letters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
