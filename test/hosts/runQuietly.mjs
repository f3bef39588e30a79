import { spawn } from 'node:child_process'

/**
 * Runs a program without input and keeps its output to itself, unless it fails: then the end of it is the message.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ readonly cwd?: string, readonly env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} what it printed
 */
export function runQuietly(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    /** @param {Buffer} chunk */
    const collect = (chunk) => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', (error) => reject(new Error(`${program} could not be started: ${error.message}`)))
    child.once('close', (code) => {
      if (code === 0) return resolve(output)
      const end = output.trimEnd().split('\n').slice(-30).join('\n')
      reject(new Error(`${program} ${args.join(' ')} ended with ${code}:\n${end}`))
    })
  })
}
