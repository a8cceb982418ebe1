import type { Browser } from '@playwright/test';

/** A parser as a script that gives a worker a function `parse` from text to rows. */
export interface WorkerParser {
  name: string;
  script: string;
}

/** Milliseconds that reading a file and parsing it takes in a worker of a bare page, decoding included. */
export async function parseInWorker(
  browser: Browser,
  parser: WorkerParser,
  file: string,
): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.setContent('<input type="file">');
    await page.setInputFiles('input', file);
    return await page.evaluate(async (script) => {
      const answer = `onmessage = async ({ data }) => {
        const begin = performance.now();
        const rows = parse(new TextDecoder().decode(await data.arrayBuffer()));
        postMessage(rows.length > 0 ? performance.now() - begin : NaN);
      };`;
      const chosen = document.querySelector('input')?.files?.[0];
      const worker = new Worker(URL.createObjectURL(new Blob([script, answer])));
      return new Promise<number>((resolve, reject) => {
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
        if (chosen) worker.postMessage(chosen);
      });
    }, parser.script);
  } finally {
    await page.close();
  }
}
