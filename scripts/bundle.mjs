// npm run bundle: one file that installs Daira from a disk, where there is no registry: the sources of HEAD, the packages
// they run on, and the desk application, built. `-- --no-check` leaves out unpacking and starting it afterwards.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ensurePackages, nodePath, root, say } from './bootstrap.mjs'

process.chdir(root)
ensurePackages()
try {
  await main(process.argv.slice(2))
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

async function main(args) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const name = `daira-${version}-${process.platform}-${process.arch}`
  const commit = headOf()
  mkdirSync('out', { recursive: true })
  const work = mkdtempSync(join(root, 'out', '.bundle-'))
  process.on('exit', () => rmSync(work, { recursive: true, force: true }))
  const stage = join(work, name)
  mkdirSync(stage)

  say(`sources of ${commit.slice(0, 10)}`)
  must('git', ['archive', '--format=tar', '--output', join(work, 'sources.tar'), commit])
  must('tar', ['-xf', join(work, 'sources.tar'), '-C', stage])
  requireSamePackages(stage)
  say('packages')
  copyPackages(stage)
  say('desk application')
  must(nodePath(), ['scripts/build-desk.mjs'], { cwd: stage })
  writeFileSync(join(stage, 'BUNDLE'), `${name}\n${commit}\n`)

  say('packing')
  const file = join('out', `${name}.tar.gz`)
  must('tar', ['-czf', `${file}.new`, '-C', work, name])
  must('mv', [`${file}.new`, file])
  writeFileSync(`${file}.sha256`, `${await digestOf(file)}  ${basename(file)}\n`)
  rmSync(work, { recursive: true, force: true })
  if (!args.includes('--no-check')) await check(file, name)
  console.log(`${file} (${Math.round(statSync(file).size / 1_000_000)} MB)`)
  console.log(`On the other computer: tar -xzf ${basename(file)} && cd ${name} && npm start`)
  console.log(`Where there is no npm either: ${nodeInside()} scripts/start.mjs`)
}

function headOf() {
  const done = spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error('A bundle is made from a git clone of the project; this folder is none.')
  return done.stdout.trim()
}

// The packages at hand are those of the working tree's lock file; HEAD must name the same.
function requireSamePackages(stage) {
  const lock = readFileSync(join(stage, 'package-lock.json'))
  const stamp = readFileSync(join('node_modules', '.daira-lock'), 'utf8')
  if (createHash('sha256').update(lock).digest('hex') === stamp) return
  throw new Error('package-lock.json has changed since the last commit. Commit it, then bundle again.')
}

// All but what only development needs. Hard links where the disk allows: the packages are large and only read.
function copyPackages(stage) {
  const { packages } = JSON.parse(readFileSync(join(stage, 'package-lock.json'), 'utf8'))
  const target = join(stage, 'node_modules')
  const linked = spawnSync('cp', ['-al', 'node_modules', target], { stdio: 'ignore' })
  if (linked.status !== 0) {
    rmSync(target, { recursive: true, force: true })
    must('cp', ['-R', 'node_modules', target])
  }
  for (const [path, { dev }] of Object.entries(packages)) {
    if (dev && path.startsWith('node_modules/')) rmSync(join(stage, path), { recursive: true, force: true })
  }
  for (const cache of ['.vite', '.vite-temp', '.vitest', '.cache'])
    rmSync(join(target, cache), { recursive: true, force: true })
}

// What the other computer will do, here: unpack, and start with a registry that does not answer.
async function check(file, name) {
  say('check: unpacking and starting it, without a registry')
  const dir = mkdtempSync(join(tmpdir(), 'daira-bundle-'))
  must('chmod', ['755', dir])
  try {
    must('tar', ['-xzf', file, '-C', dir])
    const env = {
      ...process.env,
      npm_config_registry: 'http://127.0.0.1:9',
      NODE_PATH: '',
      DAIRA_HOME: join(dir, 'home'),
    }
    const run = spawn(process.execPath, ['scripts/start.mjs', '--port', '0'], {
      cwd: join(dir, name),
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = new Promise((resolve) => {
      run.once('close', resolve)
    })
    try {
      const address = await addressOf(run, ended)
      for (const path of ['/api/openapi.json', '/']) {
        const answer = await fetch(`${address}${path}`)
        if (!answer.ok || (await answer.text()).length < 100) throw new Error(`${path} answered ${answer.status}`)
      }
    } finally {
      run.kill('SIGTERM')
      await ended
    }
    say('check: ok')
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

function addressOf(run, ended) {
  let output = ''
  return new Promise((resolve, reject) => {
    const read = (chunk) => {
      output += chunk
      const found = /^ {2}(https?:\/\/\S+)$/m.exec(output)
      if (found) resolve(found[1])
      if (/installing packages|building the desk/.test(output)) reject(new Error(`it is not complete:\n${output}`))
    }
    for (const stream of [run.stdout, run.stderr]) stream.setEncoding('utf8').on('data', read)
    void ended.then((code) => reject(new Error(`the unpacked bundle did not start (${code}):\n${output}`)))
  })
}

async function digestOf(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

function nodeInside() {
  const inside = join(
    'node_modules',
    process.platform === 'darwin' ? `node-bin-darwin-${process.arch}` : `node-linux-${process.arch}`,
    'bin',
    'node',
  )
  return existsSync(inside) ? `./${inside}` : 'node'
}

function must(command, args, options = {}) {
  const done = spawnSync(command, args, { stdio: ['ignore', 2, 2], ...options })
  if (done.status !== 0)
    throw new Error(`${basename(command)} ${args.slice(0, 2).join(' ')} failed (in ${options.cwd ?? dirname(root)})`)
}
