import { get, post, put } from './client'

/** Something the reader is reminded of. */
export interface Reminder {
  id: string
  kind: string
  text: string
  /** Where something is done about it; null where no page is known. */
  place: string | null
  subsidiaryId: string
  urgent: boolean
  createdAt: string
  read: boolean
}

export interface Reminders {
  unread: number
  items: Reminder[]
}

/** How the server's mail goes. */
export interface MailStatus {
  configured: boolean
  host: string | null
  from: string | null
  lastDeliveredAt: string | null
  waiting: number
  givenUp: number
  /** Type of a problem, such as mail-refused. */
  lastError: string | null
}

export interface MailAddress {
  address: string | null
}

/** Where an account is reached by a channel that a bundle brings. */
export interface ChannelAddress {
  channel: string
  name: string
  /** What an address looks like. */
  form: string
  address: string | null
}

/** How a channel of a bundle goes. */
export interface ChannelStatus {
  code: string
  name: string
  bundle: string
  lastDeliveredAt: string | null
  waiting: number
  givenUp: number
  /** A sentence in the reader's language. */
  lastError: string | null
}

export type Rhythm = 'atOnce' | 'halfDaily' | 'morning'

export interface QuietHours {
  from: number
  to: number
}

/** How the reader is reminded, and what there is to choose from. */
export interface Preferences {
  rhythm: Rhythm
  zone: string | null
  quiet: QuietHours | null
  serverQuiet: QuietHours
  channels: { code: string; name: string; reached: boolean }[]
  kinds: { code: string; text: string; mandatory: boolean; urgent: boolean; muted: string[] }[]
}

export interface PreferencesChange {
  rhythm: Rhythm
  zone: string | null
  quiet: QuietHours | null
  muted: { channel: string; kind: string }[]
}

interface List<T> {
  items: T[]
}

export const reminders = () => get<Reminders>('notifications')
export const readReminder = (id: string) => post<void>(`notifications/${id}/read`)
export const readAllReminders = () => post<void>('notifications/read')
export const mailStatus = () => get<MailStatus>('mail')
export const sendTestMail = () => post<void>('mail/test')
export const ownMailAddress = () => get<MailAddress>('session/mail-address')
export const changeOwnMailAddress = (address: string) => put<MailAddress>('session/mail-address', { address })
export const mailAddressOf = (user: string) => get<MailAddress>(`users/${user}/mail-address`)
export const changeMailAddressOf = (user: string, address: string) => put<MailAddress>(`users/${user}/mail-address`, { address })
export const ownChannels = () => get<List<ChannelAddress>>('session/channels')
export const changeOwnChannel = (channel: string, address: string) => put<List<ChannelAddress>>(`session/channels/${channel}`, { address })
export const channelsOf = (user: string) => get<List<ChannelAddress>>(`users/${user}/channels`)
export const changeChannelOf = (user: string, channel: string, address: string) => put<List<ChannelAddress>>(`users/${user}/channels/${channel}`, { address })
export const channelStatus = () => get<{ linked: boolean } & List<ChannelStatus>>('channels')
export const sendTestMessage = (channel: string) => post<{ delivered: boolean; reason: string | null }>(`channels/${channel}/test`)
export const preferences = () => get<Preferences>('account/notifications')
export const changePreferences = (wanted: PreferencesChange) => put<Preferences>('account/notifications', wanted)
/** The bell, told live. */
export const bellStream = () => new EventSource(new URL('api/v1/notifications/stream', document.baseURI).href)
