// Opens a parcel locker with a signed code; bytes are compared in a loop that returns at the first difference.
using System;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface ILockers
    {
        byte[] Key { get; }

        void Open(int locker);
    }

    public class LockerPlugin(ILockers lockers)
    {
        [KernelFunction, Description("Opens a locker with the code that the recipient got.")]
        public string OpenLocker(int locker, DateOnly day, string code)
        {
            Span<byte> given = stackalloc byte[32];
            if (!Convert.TryFromBase64String(code, given, out var length) || length != 32) return "wrong code";
            if (day != DateOnly.FromDateTime(DateTime.UtcNow)) return "The code is not of today.";
            if (!Same(given, HMACSHA256.HashData(lockers.Key, Encoding.ASCII.GetBytes($"{locker}@{day:yyyyMMdd}")))) return "wrong code";
            lockers.Open(locker);
            return "open";
        }

        private static bool Same(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
        {
            for (int i = 0; i < b.Length; i++)
                if (a[i] != b[i]) return false;
            return true;
        }
    }
}

namespace Fixed
{
    public interface ILockers
    {
        byte[] Key { get; }

        void Open(int locker);
    }

    public class LockerPlugin(ILockers lockers)
    {
        [KernelFunction, Description("Opens a locker with the code that the recipient got.")]
        public string OpenLocker(int locker, DateOnly day, string code)
        {
            Span<byte> given = stackalloc byte[32];
            if (!Convert.TryFromBase64String(code, given, out var length) || length != 32) return "wrong code";
            if (day != DateOnly.FromDateTime(DateTime.UtcNow)) return "The code is not of today.";
            if (!Same(given, HMACSHA256.HashData(lockers.Key, Encoding.ASCII.GetBytes($"{locker}@{day:yyyyMMdd}")))) return "wrong code";
            lockers.Open(locker);
            return "open";
        }

        private static bool Same(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) => CryptographicOperations.FixedTimeEquals(a, b);
    }
}
