// Keeps spectra for later questions; what is kept is the address of an array that the collector may move or take back.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed unsafe class SpectrumPlugin
    {
        private readonly Dictionary<string, (nint Address, int Length)> spectra = [];

        [KernelFunction("store_spectrum"), Description("Keeps a spectrum under a name.")]
        public int Store(string name, double[] values)
        {
            fixed (double* p = values)
            {
                spectra[name] = ((nint)p, values.Length);
            }

            return spectra.Count;
        }

        [KernelFunction("spectrum_peak"), Description("Largest value of a kept spectrum.")]
        public double Peak(string name)
        {
            if (!spectra.TryGetValue(name, out var kept)) return double.NaN;
            var values = new ReadOnlySpan<double>((void*)kept.Address, kept.Length);
            var peak = double.MinValue;
            foreach (var value in values) peak = Math.Max(peak, value);
            return peak;
        }
    }
}

namespace Fixed
{
    public sealed class SpectrumPlugin
    {
        private readonly Dictionary<string, ReadOnlyMemory<double>> spectra = [];

        [KernelFunction("store_spectrum"), Description("Keeps a spectrum under a name.")]
        public int Store(string name, double[] values)
        {
            if (values.Length is 0 or > 65_536) throw new KernelException("A spectrum has 1 to 65,536 values.");
            if (spectra.Count >= 100 && !spectra.ContainsKey(name)) throw new KernelException("100 spectra are kept already.");
            spectra[name] = values.ToArray();
            return spectra.Count;
        }

        [KernelFunction("spectrum_peak"), Description("Largest value of a kept spectrum.")]
        public double Peak(string name)
        {
            if (!spectra.TryGetValue(name, out var kept)) return double.NaN;
            var peak = double.MinValue;
            foreach (var value in kept.Span) peak = Math.Max(peak, value);
            return peak;
        }
    }
}
