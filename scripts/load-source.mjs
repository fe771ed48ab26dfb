import { join } from 'node:path'
import { createServer, isRunnableDevEnvironment } from 'vite'
import { root } from './run.mjs'

/** Runs `work` with a function that imports TypeScript modules of the repository by their path from the root. */
export async function withSource(work) {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  })
  const environment = server.environments.ssr
  if (!isRunnableDevEnvironment(environment)) throw new Error('vite offers no module runner')
  try {
    return await work((path) => environment.runner.import(join(root, path)))
  } finally {
    await server.close()
  }
}
