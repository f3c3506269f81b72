// Draws the next invoice number under a mutex of the machine; another process that keeps it stops every call.
using System;
using System.ComponentModel;
using System.Globalization;
using System.IO;
using System.Threading;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class InvoiceNumbers(string counterFile)
    {
        public AITool Tool() => AIFunctionFactory.Create(Next, new AIFunctionFactoryOptions { Name = "next_invoice_number", Description = "Draws the next invoice number of a branch." });

        private string Next(int branch)
        {
            using var mutex = new Mutex(false, "invoice-numbers");
            mutex.WaitOne();
            try
            {
                var last = File.Exists(counterFile) ? int.Parse(File.ReadAllText(counterFile), CultureInfo.InvariantCulture) : 0;
                File.WriteAllText(counterFile, (last + 1).ToString(CultureInfo.InvariantCulture));
                return $"{branch:000}-{last + 1:000000}";
            }
            finally
            {
                mutex.ReleaseMutex();
            }
        }
    }
}

namespace Fixed
{
    public sealed class InvoiceNumbers(string counterFile)
    {
        public AITool Tool() => AIFunctionFactory.Create(Next, new AIFunctionFactoryOptions { Name = "next_invoice_number", Description = "Draws the next invoice number of a branch." });

        private string Next(int branch)
        {
            using var mutex = new Mutex(false, "invoice-numbers");
            if (!mutex.WaitOne(TimeSpan.FromSeconds(5)))
            {
                throw new TimeoutException("the counter is in use");
            }

            try
            {
                var last = File.Exists(counterFile) ? int.Parse(File.ReadAllText(counterFile), CultureInfo.InvariantCulture) : 0;
                File.WriteAllText(counterFile, (last + 1).ToString(CultureInfo.InvariantCulture));
                return $"{branch:000}-{last + 1:000000}";
            }
            finally
            {
                mutex.ReleaseMutex();
            }
        }
    }
}
