using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ToolGen.Effects.Secrets;

/// <summary>One way to write a secret.</summary>
/// <param name="Bytes">What is looked for.</param>
/// <param name="BitsBefore">Whether the character before holds bits of the secret too.</param>
/// <param name="BitsAfter">Whether the character behind does.</param>
internal sealed record SecretForm(byte[] Bytes, bool BitsBefore = false, bool BitsAfter = false)
{
    /// <summary>The place with its neighbours where they hold bits, as far as they are base64.</summary>
    public (int Start, int End) Widen(ReadOnlySpan<byte> bytes, int start, int end, int floor) => (
        this.BitsBefore && start > floor && IsBase64(bytes[start - 1]) ? start - 1 : start,
        this.BitsAfter && end < bytes.Length && IsBase64(bytes[end]) ? end + 1 : end);

    private static bool IsBase64(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'+' or (byte)'/' or (byte)'-' or (byte)'_';
}

/// <summary>The ways to write a secret.</summary>
internal static class SecretForms
{
    public static IEnumerable<SecretForm> Of(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        var forms = new List<SecretForm> { new(bytes), new(Ascii(Convert.ToHexStringLower(bytes))), new(Ascii(Convert.ToHexString(bytes))) };
        for (var shift = 0; shift < 3; shift++)
        {
            var (text, before, after) = Base64(bytes, shift);
            forms.Add(new(Ascii(text), before, after));
            if (text.AsSpan().IndexOfAny('+', '/') >= 0) forms.Add(new(Ascii(text.Replace('+', '-').Replace('/', '_')), before, after));
        }

        return forms.Where(form => form.Bytes.Length >= 4);
    }

    /// <summary>The characters of base64 that hold nothing but the secret, where it starts behind <paramref name="shift"/> other bytes of a group.</summary>
    private static (string Text, bool BitsBefore, bool BitsAfter) Base64(byte[] bytes, int shift)
    {
        var all = Convert.ToBase64String([.. new byte[shift], .. bytes]);
        var from = ((shift * 8) + 5) / 6;
        var to = (shift + bytes.Length) * 8 / 6;
        return (all[from..to], shift > 0, (shift + bytes.Length) % 3 != 0);
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
