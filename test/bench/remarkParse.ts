// Parses a file with remark a few times, in a process of its own, and prints the median time in milliseconds.
import { readFileSync } from 'node:fs'
import { remark } from 'remark'
import { medianTime } from './statistics'

const [file = '', repeat = '1'] = process.argv.slice(2)
const text = readFileSync(file, 'utf8')
console.log(medianTime(Number(repeat), () => remark().parse(text)))
