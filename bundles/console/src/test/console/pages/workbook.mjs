// Reads what a test must know of an Excel workbook: the rows of its first sheet, without a library.
import { inflateRawSync } from 'node:zlib'

const ENTRY = 0x02014b50

/** The bytes of one file of a zip archive, found by its central directory. */
function unzipped(archive, wanted) {
  for (let at = archive.indexOf(Buffer.from('PK\x01\x02')); at >= 0 && archive.readUInt32LE(at) === ENTRY; ) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    if (name === wanted) {
      const local = archive.readUInt32LE(at + 42)
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
      const bytes = archive.subarray(start, start + archive.readUInt32LE(at + 20))
      return archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)
    }
    at += 46 + nameLength + extraLength + noteLength
  }
  throw new Error(`The workbook has no ${wanted}`)
}

/** How many rows the first sheet has, the header among them. */
export const rowsOf = (workbook) => unzipped(workbook, 'xl/worksheets/sheet1.xml').toString('utf8').match(/<row[ >]/g)?.length ?? 0
