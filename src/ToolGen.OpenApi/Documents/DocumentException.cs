using System;

namespace ToolGen.OpenApi.Documents;

/// <summary>A file that cannot be read as a document; the message is the reason, in a few words.</summary>
internal sealed class DocumentException(string reason) : Exception(reason);
