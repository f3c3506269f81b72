// Queues a mail with attachments; the path in the record of each attachment is read from disk as given.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public record MailDraft(Guid Recipient, string Subject, string Body, IReadOnlyList<MailPart> Parts);
    public record MailPart(string Path, string Label);
    public interface IOutbox { Task<Guid> PutAsync(Guid recipient, string subject, string body, IReadOnlyList<(string Name, byte[] Data)> files); }

    public sealed class MailPlugin(IOutbox outbox)
    {
        [KernelFunction("queue_mail"), Description("Queues a mail to a contact, with files of the workspace.")]
        public async Task<Guid> QueueAsync(MailDraft draft)
        {
            var files = await Task.WhenAll(draft.Parts.Select(LoadAsync));
            return await outbox.PutAsync(draft.Recipient, draft.Subject, draft.Body, files);
        }

        private static async Task<(string Name, byte[] Data)> LoadAsync(MailPart part) =>
            (part.Label, await File.ReadAllBytesAsync(Path.Combine("workspace", part.Path)));
    }
}

namespace Fixed
{
    public record MailDraft(Guid Recipient, string Subject, string Body, IReadOnlyList<MailPart> Parts);
    public record MailPart(Guid File, string Label);
    public interface IOutbox { Task<Guid> PutAsync(Guid recipient, string subject, string body, IReadOnlyList<(string Name, byte[] Data)> files); }

    public sealed class MailPlugin(IOutbox outbox)
    {
        [KernelFunction("queue_mail"), Description("Queues a mail to a contact, with files of the workspace.")]
        public async Task<Guid> QueueAsync(MailDraft draft)
        {
            if (draft.Parts.Count > 10) throw new ArgumentException("At most 10 files.", nameof(draft));
            var files = await Task.WhenAll(draft.Parts.Select(LoadAsync));
            return await outbox.PutAsync(draft.Recipient, draft.Subject, draft.Body, files);
        }

        private static async Task<(string Name, byte[] Data)> LoadAsync(MailPart part) =>
            (part.Label, await File.ReadAllBytesAsync(Path.Combine("workspace", part.File.ToString("N"))));
    }
}
