using System;
using System.Buffers.Binary;
using System.Net;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects.Http;

namespace ToolGen.Effects.Tests.Http;

[TestClass]
public sealed class AddressGuardTests
{
    [TestMethod]
    [DataRow("0.0.0.0", "0.255.255.255")]
    [DataRow("10.0.0.0", "10.255.255.255")]
    [DataRow("100.64.0.0", "100.127.255.255")]
    [DataRow("127.0.0.0", "127.255.255.255")]
    [DataRow("169.254.0.0", "169.254.255.255")]
    [DataRow("172.16.0.0", "172.31.255.255")]
    [DataRow("192.0.0.0", "192.0.0.255")]
    [DataRow("192.0.2.0", "192.0.2.255")]
    [DataRow("192.88.99.0", "192.88.99.255")]
    [DataRow("192.168.0.0", "192.168.255.255")]
    [DataRow("198.18.0.0", "198.19.255.255")]
    [DataRow("198.51.100.0", "198.51.100.255")]
    [DataRow("203.0.113.0", "203.0.113.255")]
    [DataRow("168.63.129.16", "168.63.129.16")]
    [DataRow("224.0.0.0", "255.255.255.255")]
    [DataRow("fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [DataRow("2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [DataRow("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff")]
    [DataRow("2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [DataRow("3ffe::", "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [DataRow("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff")]
    public void Block_is_refused_from_its_first_to_its_last_address(string first, string last)
    {
        var (low, high) = (Bits(first), Bits(last));
        var six = first.Contains(':', StringComparison.Ordinal);
        Assert.IsNotNull(AddressGuard.Refusal(Address(low, six)));
        Assert.IsNotNull(AddressGuard.Refusal(Address(high, six)));
        Assert.IsNotNull(AddressGuard.Refusal(Address(low + ((high - low) / 3), six)));

        // Blocks whose neighbours are public; others lie side by side.
        if (first is not ("224.0.0.0" or "0.0.0.0" or "3ffe::" or "3fff::" or "fc00::" or "2001::")) Assert.IsNull(AddressGuard.Refusal(Address(low - 1, six)), first);
        if (last is not ("255.255.255.255" or "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff") && first != "fc00::") Assert.IsNull(AddressGuard.Refusal(Address(high + 1, six)), last);
    }

    [TestMethod]
    public void Every_ipv4_address_is_refused_in_every_ipv6_form()
    {
        Gen.UInt.Sample(four =>
        {
            foreach (var prefix in new[] { "::", "::ffff:0:0", "::ffff:0:0:0", "64:ff9b::", "2606:4700::5efe:0:0", "2606:4700::200:5efe:0:0" })
                Assert.IsNotNull(AddressGuard.Refusal(Address(Bits(prefix) | four, six: true)), $"{prefix} {four:x}");
            Assert.IsNotNull(AddressGuard.Refusal(Address(Bits("2002::") | ((UInt128)four << 80), six: true)));
            Assert.IsNotNull(AddressGuard.Refusal(Address(Bits("2001::") | ((UInt128)four << 64), six: true)));
            Assert.IsNotNull(AddressGuard.Refusal(Address(Bits("64:ff9b:1::") | four, six: true)));
        });
    }

    [TestMethod]
    public void Nothing_outside_global_unicast_is_public()
    {
        Gen.Byte.Array[16].Sample(bytes =>
        {
            var address = new IPAddress(bytes);
            if (AddressGuard.Refusal(address) is null) Assert.AreEqual(1, bytes[0] >> 5, address.ToString());
        }, iter: 100_000);
    }

    private static UInt128 Bits(string text)
    {
        var bytes = IPAddress.Parse(text).GetAddressBytes();
        return bytes.Length == 16 ? BinaryPrimitives.ReadUInt128BigEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    private static IPAddress Address(UInt128 bits, bool six)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, bits);
        return new(six ? bytes : bytes.AsSpan(12));
    }
}
