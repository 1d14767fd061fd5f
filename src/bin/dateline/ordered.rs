//! Work on many threads, results in the order of the input, and a bound on what is under way.

use std::sync::Mutex;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

/// Pieces under way for each thread: enough that none waits for a slow neighbor for long.
const PIECES_A_THREAD: usize = 8;

/// Does `work` on each of `items` on so many threads, and gives the results to `sink` in order,
/// on this thread. Stops early at the first error of `sink`.
pub fn run<T: Send, R: Send, E>(
    threads: usize,
    mut items: impl Iterator<Item = T> + Send,
    work: impl Fn(T) -> R + Sync,
    mut sink: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    if threads == 1 {
        return items.try_for_each(|item| sink(work(item)));
    }
    let bound = threads * PIECES_A_THREAD;
    thread::scope(|scope| {
        let (send_job, jobs) = sync_channel::<(T, SyncSender<R>)>(bound);
        let (send_pending, pending) = sync_channel(bound);
        scope.spawn(move || {
            for item in items {
                // Each piece has a channel of its own; their order is the order of the results.
                let (send_result, result) = sync_channel(1);
                if send_pending.send(result).is_err() || send_job.send((item, send_result)).is_err()
                {
                    return;
                }
            }
        });
        let jobs = Mutex::new(jobs);
        let next_job = || jobs.lock().ok()?.recv().ok();
        let (next_job, work) = (&next_job, &work);
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(move || {
                    while let Some((item, send_result)) = next_job() {
                        // The receiver is gone only if the run has stopped.
                        let _ = send_result.send(work(item));
                    }
                });
            }
            // Moved here, so that an early end closes it: the reader stops, and then the workers.
            let pending = pending;
            pending.iter().try_for_each(|result| match result.recv() {
                Ok(result) => sink(result),
                Err(_) => Ok(()),
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_order_and_stops_at_an_error() {
        for threads in [1, 2, 5] {
            let mut seen = Vec::new();
            let done = run(
                threads,
                0..1000,
                |n| n * 2,
                |n| {
                    seen.push(n);
                    if n == 1200 { Err("stop") } else { Ok(()) }
                },
            );
            assert_eq!(done, Err("stop"));
            assert_eq!(seen, (0..=600).map(|n| n * 2).collect::<Vec<_>>());
        }
    }
}
