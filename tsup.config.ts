import { defineConfig } from 'tsup'

export default defineConfig([
  {
    entry: [
      'src/index.ts',
      'src/{interest-subsidy,risk-compensation,premium-subsidy,guidance-fund,loan,record,reference-rates,portfolio,batch,catalogue}/index.ts',
      'src/policies/**/*.ts',
      // Files of their own although nobody imports them by name: who takes only an error class leaves the schemas behind.
      'src/assessment/errors.ts',
      'src/document/parse.ts',
    ],
    format: ['esm', 'cjs'],
    // tsup 8 injects baseUrl, which TypeScript 6 refuses without this line.
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
    // For CommonJS too: one error class and one Decimal shared by all subpaths.
    splitting: true,
    target: 'es2022',
    platform: 'neutral',
    sourcemap: true,
  },
  {
    entry: { index: 'src/cli/index.ts', worker: 'src/cli/worker.ts' },
    outDir: 'dist/cli',
    format: ['esm'],
    // The command's own libraries are bundled; the five runtime dependencies are installed with the package anyway.
    noExternal: ['commander'],
    // commander is CommonJS and asks for node:* by require.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    splitting: true,
    target: 'node20',
    platform: 'node',
    dts: false,
  },
])
