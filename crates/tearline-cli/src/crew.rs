//! Work on all cores that comes out in order: what is handed in first is taken out first, whatever the number of threads.
//!
//! So much is under way that the cores have work, and no more: a window in number and in bytes, whichever is full first.

use std::collections::{BTreeMap, VecDeque};
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::time::Duration;

use rayon::ScopeFifo;

/// So many for each thread may be under way, …
const EACH: usize = 64;
/// … and so many bytes for all. One that is larger goes alone.
const BYTES: u64 = 128 << 20;
/// How soon a wish to end is noticed.
const LOOK: Duration = Duration::from_millis(100);

/// Ends the work; what is under way is abandoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Ending<E> {
    /// It was asked for from outside.
    #[error("it was ended from outside")]
    Asked,
    /// Whoever takes the results in cannot go on.
    #[error("{0}")]
    By(E),
}

/// Hands work out and takes results in.
pub(crate) struct Crew<'c, 'scope, G, T, R, E> {
    scope: &'c ScopeFifo<'scope>,
    work: &'scope (dyn Fn(T) -> R + Sync),
    take: &'c mut (dyn FnMut(G, Option<R>) -> Result<(), E> + 'c),
    stop: &'scope AtomicBool,
    abandoned: &'scope AtomicBool,
    sender: Sender<Done<R>>,
    results: Receiver<Done<R>>,
    /// What is done, and not yet its turn.
    early: BTreeMap<u64, Done<R>>,
    /// What stays here of each that is under way, in order.
    tags: VecDeque<G>,
    handed: u64,
    taken: u64,
    bytes: u64,
    window: u64,
}

/// A result; none where the work broke off, which is a bug.
struct Done<R> {
    number: u64,
    bytes: u64,
    result: Option<R>,
}

/// Lets `feed` hand out work, each with a tag that stays on this thread. `take` gets tags and results in that order; no result
/// of one whose work panicked.
///
/// # Errors
///
/// What `take` gives, and a wish from outside, which `stop` shows. Both end it at once.
pub(crate) fn in_order<G, T: Send, R: Send, E>(
    stop: &AtomicBool,
    work: &(impl Fn(T) -> R + Sync),
    mut take: impl FnMut(G, Option<R>) -> Result<(), E>,
    feed: impl FnOnce(&mut Crew<'_, '_, G, T, R, E>) -> Result<(), Ending<E>>,
) -> Result<(), Ending<E>> {
    let abandoned = AtomicBool::new(false);
    rayon::in_place_scope_fifo(|scope| {
        let (sender, results) = mpsc::channel();
        let mut crew = Crew {
            scope,
            work,
            take: &mut take,
            stop,
            abandoned: &abandoned,
            sender,
            results,
            early: BTreeMap::new(),
            tags: VecDeque::new(),
            handed: 0,
            taken: 0,
            bytes: 0,
            window: (rayon::current_num_threads() * EACH) as u64,
        };
        let ended = feed(&mut crew).and_then(|()| crew.finish());
        abandoned.store(ended.is_err(), Ordering::Relaxed);
        ended
    })
}

impl<'scope, G, T: Send + 'scope, R: Send + 'scope, E> Crew<'_, 'scope, G, T, R, E> {
    /// Hands one out, of so many bytes; waits while too much is under way.
    ///
    /// # Errors
    ///
    /// Those of [`in_order`].
    pub(crate) fn hand(&mut self, tag: G, item: T, bytes: u64) -> Result<(), Ending<E>> {
        while self.handed > self.taken
            && (self.handed - self.taken >= self.window || self.bytes + bytes > BYTES)
        {
            self.wait()?;
        }
        let (number, work, abandoned) = (self.handed, self.work, self.abandoned);
        let sender = self.sender.clone();
        self.handed += 1;
        self.bytes += bytes;
        self.tags.push_back(tag);
        self.scope.spawn_fifo(move |_| {
            if abandoned.load(Ordering::Relaxed) {
                return;
            }
            let result = panic::catch_unwind(AssertUnwindSafe(|| work(item))).ok();
            // Nobody listens any more where the work was ended.
            let _ = sender.send(Done {
                number,
                bytes,
                result,
            });
        });
        loop {
            match self.results.try_recv() {
                Ok(done) => self.done(done)?,
                Err(TryRecvError::Empty | TryRecvError::Disconnected) => return self.look(),
            }
        }
    }

    fn finish(&mut self) -> Result<(), Ending<E>> {
        while self.handed > self.taken {
            self.wait()?;
        }
        Ok(())
    }

    fn wait(&mut self) -> Result<(), Ending<E>> {
        match self.results.recv_timeout(LOOK) {
            Ok(done) => self.done(done)?,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {}
        }
        self.look()
    }

    fn look(&self) -> Result<(), Ending<E>> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(Ending::Asked);
        }
        Ok(())
    }

    fn done(&mut self, done: Done<R>) -> Result<(), Ending<E>> {
        self.early.insert(done.number, done);
        while let Some(done) = self.early.remove(&self.taken) {
            self.taken += 1;
            self.bytes -= done.bytes;
            if let Some(tag) = self.tags.pop_front() {
                (self.take)(tag, done.result).map_err(Ending::By)?;
            }
        }
        Ok(())
    }
}

/// Keeps what a panic says to itself: it may hold text of a document. The place is told.
pub(crate) fn hush_panics() {
    panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map_or_else(String::new, ToString::to_string);
        eprintln!("tearline: this is a bug; please report the place: {place}");
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_and_a_panic_is_one_result() {
        let stop = AtomicBool::new(false);
        let mut taken = Vec::new();
        let work = |number: u64| {
            std::thread::sleep(Duration::from_micros((number * 7919) % 300));
            if number == 41 {
                panic::resume_unwind(Box::new("no hook is run"));
            }
            number
        };
        let ended = in_order::<_, _, _, ()>(
            &stop,
            &work,
            |tag: u64, result| {
                taken.push((tag, result));
                Ok(())
            },
            |crew| (0..500).try_for_each(|number| crew.hand(number, number, 1 << 20)),
        );
        assert_eq!(ended, Ok(()));
        let expected: Vec<(u64, Option<u64>)> = (0..500)
            .map(|number| (number, (number != 41).then_some(number)))
            .collect();
        assert_eq!(taken, expected);
    }

    #[test]
    fn who_cannot_go_on_ends_it() {
        let stop = AtomicBool::new(false);
        let ended = in_order(
            &stop,
            &|number: u64| number,
            |(), result| {
                if result == Some(7) {
                    Err("full")
                } else {
                    Ok(())
                }
            },
            |crew| (0..10_000).try_for_each(|number| crew.hand((), number, 1)),
        );
        assert_eq!(ended, Err(Ending::By("full")));
        stop.store(true, Ordering::Relaxed);
        let ended = in_order::<_, _, _, ()>(
            &stop,
            &|number: u64| number,
            |(), _| Ok(()),
            |crew| (0..10_000).try_for_each(|number| crew.hand((), number, 1)),
        );
        assert_eq!(ended, Err(Ending::Asked));
    }
}
