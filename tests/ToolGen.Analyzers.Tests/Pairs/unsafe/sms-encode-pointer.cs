// Encodes a text for a short message; the buffer is as long as the text has characters, the encoder is told it were three times that.
using System;
using System.ComponentModel;
using System.Text;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class SmsPlugin
    {
        [KernelFunction("encode_sms"), Description("Encodes a text and returns it in hex.")]
        public string Encode(string text)
        {
            if (text is "" or { Length: > 160 }) return "The text has 1 to 160 characters.";
            return Convert.ToHexString(ToBytes(text));
        }

        private static unsafe byte[] ToBytes(string text)
        {
            var buffer = new byte[text.Length];
            int written;
            fixed (char* source = text)
            fixed (byte* target = buffer)
            {
                written = Encoding.UTF8.GetBytes(source, text.Length, target, Encoding.UTF8.GetMaxByteCount(text.Length));
            }

            return written <= buffer.Length ? buffer[..written] : buffer;
        }
    }
}

namespace Fixed
{
    public sealed class SmsPlugin
    {
        [KernelFunction("encode_sms"), Description("Encodes a text and returns it in hex.")]
        public string Encode(string text)
        {
            if (text is "" or { Length: > 160 }) return "The text has 1 to 160 characters.";

            Span<byte> buffer = stackalloc byte[512];
            return Encoding.UTF8.TryGetBytes(text, buffer, out var written)
                ? Convert.ToHexString(buffer[..written])
                : "The text is too long.";
        }
    }
}
