// node bench.mjs <redis port> <jobs>: prints how many jobs that do nothing are ended in a second.
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

const connect = () => new Redis(Number(process.argv[2]), '127.0.0.1', { maxRetriesPerRequest: null });
const jobs = Number(process.argv[3]);
const queue = new Queue('peer', { connection: connect() });
for (let from = 0; from < jobs; from += 1000) {
  await queue.addBulk(
    Array.from({ length: 1000 }, (_, i) => ({
      name: 'noop',
      data: {},
      opts: { priority: 1 + ((from + i) % 10), removeOnComplete: false },
    })),
  );
}
let first;
let ended = 0;
const worker = new Worker('peer', async () => {}, { connection: connect(), concurrency: 50 });
await new Promise((resolve) => {
  worker.on('completed', () => {
    ended += 1;
    first ??= process.hrtime.bigint();
    if (ended === jobs) {
      resolve();
    }
  });
});
console.log(Math.round((jobs - 1) / (Number(process.hrtime.bigint() - first) / 1e9)));
process.exit(0);
