/** Hands a file to the browser. The name holds no personal data. */
export function download(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Today as part of a file name. */
export const stamp = (now = new Date()): string => now.toISOString().slice(0, 10)
