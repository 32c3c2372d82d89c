//! Percentiles.

/// Measured values of one side of one cell, in nanoseconds or another unit.
#[derive(Clone, Debug, Default)]
pub struct Samples(Vec<u64>);

impl Samples {
    /// Takes one more value.
    pub fn add(&mut self, value: u64) {
        self.0.push(value);
    }

    /// The middle value.
    pub fn p50(&self) -> u64 {
        self.percentile(50)
    }

    /// The value that 99 of 100 do not exceed.
    pub fn p99(&self) -> u64 {
        self.percentile(99)
    }

    /// Nearest rank: always a value that was measured. 0 where nothing was.
    fn percentile(&self, percent: usize) -> u64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let rank = (sorted.len() * percent).div_ceil(100);
        sorted.get(rank.saturating_sub(1)).copied().unwrap_or(0)
    }
}

impl Extend<u64> for Samples {
    fn extend<I: IntoIterator<Item = u64>>(&mut self, values: I) {
        self.0.extend(values);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_were_measured() {
        let mut samples = Samples::default();
        samples.extend((1..=100).rev());
        assert_eq!((samples.p50(), samples.p99()), (50, 99));
        samples.add(1_000);
        assert_eq!((samples.p50(), samples.p99()), (51, 100));
    }

    #[test]
    fn one_value_is_every_percentile_and_none_is_zero() {
        let mut samples = Samples::default();
        assert_eq!(samples.p99(), 0);
        samples.add(7);
        assert_eq!((samples.p50(), samples.p99()), (7, 7));
    }
}
